package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.AccountChange;
import org.jutong.identity.internal.people.AccountCare;
import org.jutong.identity.internal.rest.GrantViews.GrantView;
import org.jutong.identity.internal.rest.GrantViews.Grants;
import org.jutong.identity.internal.rest.UserViews.User;
import org.jutong.identity.internal.rest.UserViews.UserChange;
import org.jutong.identity.internal.rights.HandOver;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One staff account. */
@Component(service = RestResource.class)
@Path("users/{username}")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource implements RestResource {

    private final Accounts accounts;
    private final AccountCare care;
    private final HandOver duties;
    private final Shapes shapes;

    @Activate
    public UserResource(
            @Reference Accounts accounts,
            @Reference AccountCare care,
            @Reference HandOver duties,
            @Reference Shapes shapes) {
        this.accounts = accounts;
        this.care = care;
        this.duties = duties;
        this.shapes = shapes;
    }

    /** What is known of it. */
    @GET
    @Permission("identity.manage")
    public User show(
            @PathParam("username") String username,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return shapes.user(care.require(actor, username), Texts.preferred(language));
    }

    /** Changes what the body names. */
    @PATCH
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

    /** Lets somebody who was locked out after failed sign-ins try again. */
    @DELETE
    @Path("lock")
    @Permission("identity.manage")
    public void unlock(@PathParam("username") String username, @Context Actor actor) {
        care.unlock(actor, username);
    }

    /** A made-up password, to be changed at the next sign-in; shown this once. */
    @POST
    @Path("password")
    @Permission("identity.manage")
    public Response resetPassword(@PathParam("username") String username, @Context Actor actor) {
        return Response.ok(new MadeUp(care.resetPassword(actor, username)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** For somebody who lost the second factor. */
    @DELETE
    @Path("second-factor")
    @Permission("identity.manage")
    public void removeSecondFactor(@PathParam("username") String username, @Context Actor actor) {
        care.removeSecondFactor(actor, username);
    }

    /** Ends all sessions of the account. */
    @DELETE
    @Path("sessions")
    @Permission("identity.manage")
    public void endSessions(@PathParam("username") String username, @Context Actor actor) {
        care.endSessions(actor, username);
    }

    /** Hands the account's duties over to a deputy: until a time, or for good. */
    @POST
    @Path("hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.grant")
    public Grants handOver(
            @PathParam("username") String username,
            Wanted body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        if (body == null || body.to() == null || body.to().isBlank()) {
            throw Problem.invalid("username_missing", "to");
        }
        Locale locale = Texts.preferred(language);
        Set<Long> which = Set.copyOf(Optional.ofNullable(body.grants()).orElse(List.of()));
        List<GrantView> given = duties
                .handOver(actor, username, body.to(), GrantViews.time("until", body.until()), body.reason(), which)
                .stream()
                .map(grant -> shapes.grant(grant, locale))
                .toList();
        return new Grants(given, null);
    }

    /** To whom duties go; without an end they move for good, without numbers all do. */
    public record Wanted(String to, String until, String reason, List<Long> grants) {}

    /** A password that the platform made up. */
    public record MadeUp(String password) {
        @Override
        public String toString() {
            return "MadeUp[]";
        }
    }
}
