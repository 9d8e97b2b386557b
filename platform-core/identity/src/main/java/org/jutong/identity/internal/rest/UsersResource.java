package org.jutong.identity.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.AccountChange;
import org.jutong.identity.internal.rest.UserViews.NewUser;
import org.jutong.identity.internal.rest.UserViews.User;
import org.jutong.identity.internal.rest.UserViews.UserChange;
import org.jutong.identity.internal.rest.UserViews.Users;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff accounts. */
@Component(service = RestResource.class)
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource implements RestResource {

    private final Accounts accounts;
    private final Shapes shapes;

    @Activate
    public UsersResource(@Reference Accounts accounts, @Reference Shapes shapes) {
        this.accounts = accounts;
        this.shapes = shapes;
    }

    /** The accounts that the caller may manage, by name. */
    @GET
    @Permission("identity.manage")
    public Users list(
            @QueryParam("q") String words,
            @QueryParam("state") String state,
            @QueryParam("organisation") Long organisation,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Page.requireLimit(limit);
        Locale locale = Texts.preferred(language);
        List<User> rest = accounts.list(actor).stream()
                .filter(account -> account.username().compareTo(after) > 0)
                .filter(account -> matches(account, words))
                .filter(account ->
                        organisation == null || account.organisation().equals(Optional.of(organisation)))
                .map(account -> shapes.user(account, locale))
                .filter(user -> state == null || user.state().equals(state))
                .limit(limit + 1L)
                .toList();
        List<User> page = rest.stream().limit(limit).toList();
        return new Users(page, rest.size() > limit ? page.get(limit - 1).username() : null);
    }

    /** Creates an account. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public Response create(
            NewUser body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        if (body == null) {
            throw Problem.invalid("username_missing", "username");
        }
        Account created = accounts.create(actor, body.account(body.password()));
        return Response.created(URI.create("/api/v1/users/" + created.username()))
                .entity(shapes.user(created, Texts.preferred(language)))
                .build();
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public User change(
            @PathParam("username") String username,
            UserChange body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        if (body == null || body.disabled() == null && body.displayName() == null && body.organisation() == null) {
            throw Problem.invalid("change_missing", "disabled");
        }
        if (body.displayName() != null || body.organisation() != null) {
            accounts.change(
                    actor,
                    username,
                    new AccountChange(
                            Optional.ofNullable(body.displayName()), Optional.ofNullable(body.organisation())));
        }
        if (body.disabled() != null) {
            accounts.setDisabled(actor, username, body.disabled());
        }
        return accounts.find(username)
                .map(account -> shapes.user(account, Texts.preferred(language)))
                .orElseThrow();
    }

    private static boolean matches(Account account, String words) {
        return words == null
                || words.isBlank()
                || account.username().contains(words.strip().toLowerCase(Locale.ROOT))
                || account.displayName().contains(words.strip());
    }
}
