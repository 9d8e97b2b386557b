package org.jutong.identity.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.internal.rest.UserViews.NewUser;
import org.jutong.identity.internal.rest.UserViews.User;
import org.jutong.identity.internal.rest.UserViews.UserChange;
import org.jutong.identity.internal.rest.UserViews.Users;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff accounts. */
@Component(service = RestResource.class)
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource implements RestResource {

    private static final int LARGEST_PAGE = 200;

    private final Accounts accounts;

    @Activate
    public UsersResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Permission("identity.manage")
    public Users list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context Actor actor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.invalid("limit_invalid", "limit", LARGEST_PAGE);
        }
        List<Account> rest = accounts.list(actor).stream()
                .filter(account -> account.username().compareTo(after) > 0)
                .toList();
        List<User> page = rest.stream().limit(limit).map(User::of).toList();
        return new Users(page, rest.size() > limit ? page.get(limit - 1).username() : null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public Response create(NewUser body, @Context Actor actor) {
        if (body == null) {
            throw Problem.invalid("username_missing", "username");
        }
        Account created = accounts.create(actor, body.account());
        return Response.created(URI.create("/api/v1/users/" + created.username()))
                .entity(User.of(created))
                .build();
    }

    @PATCH
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public User change(@PathParam("username") String username, UserChange body, @Context Actor actor) {
        if (body == null || body.disabled() == null) {
            throw Problem.invalid("disabled_missing", "disabled");
        }
        accounts.setDisabled(actor, username, body.disabled());
        return accounts.find(username).map(User::of).orElseThrow();
    }
}
