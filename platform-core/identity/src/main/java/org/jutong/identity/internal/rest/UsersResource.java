package org.jutong.identity.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.internal.rest.UserViews.NewUser;
import org.jutong.identity.internal.rest.UserViews.User;
import org.jutong.identity.internal.rest.UserViews.Users;
import org.jutong.identity.internal.signin.Passwords;
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
    private final Passwords passwords;
    private final Shapes shapes;

    @Activate
    public UsersResource(@Reference Accounts accounts, @Reference Passwords passwords, @Reference Shapes shapes) {
        this.accounts = accounts;
        this.passwords = passwords;
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
                .filter(account -> state == null || shapes.state(account).equals(state))
                .limit(limit + 1L)
                .map(account -> shapes.user(account, locale))
                .toList();
        List<User> page = rest.stream().limit(limit).toList();
        return new Users(page, rest.size() > limit ? page.get(limit - 1).username() : null);
    }

    /** Creates an account; a password that the platform made up is in this answer and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public Response create(
            NewUser body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        User user = make(body, Texts.preferred(language), actor);
        return Response.created(URI.create("users/" + user.username()))
                .entity(user)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    User make(NewUser body, Locale locale, Actor actor) {
        if (body == null) {
            throw Problem.invalid("username_missing", "username");
        }
        boolean madeUp = body.password() == null || body.password().isEmpty();
        String password = madeUp ? passwords.generate() : body.password();
        User user = shapes.user(accounts.create(actor, body.account(password)), locale);
        return madeUp ? user.withPassword(password) : user;
    }

    private static boolean matches(Account account, String words) {
        return words == null
                || words.isBlank()
                || account.username().contains(words.strip().toLowerCase(Locale.ROOT))
                || account.displayName().contains(words.strip());
    }
}
