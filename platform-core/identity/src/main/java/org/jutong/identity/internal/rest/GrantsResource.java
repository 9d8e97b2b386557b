package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rest.GrantViews.GrantView;
import org.jutong.identity.internal.rest.GrantViews.Grants;
import org.jutong.identity.internal.rest.GrantViews.ScopeView;
import org.jutong.identity.internal.rest.GrantViews.WantedGrant;
import org.jutong.identity.internal.rights.StoredGrants;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rights that were given. */
@Component(service = RestResource.class)
@Path("grants")
@Produces(MediaType.APPLICATION_JSON)
public final class GrantsResource implements RestResource {

    private static final int LONGEST_REASON = 200;

    private final StoredGrants grants;
    private final Roster roster;
    private final Shapes shapes;

    @Activate
    public GrantsResource(@Reference StoredGrants grants, @Reference Roster roster, @Reference Shapes shapes) {
        this.grants = grants;
        this.roster = roster;
        this.shapes = shapes;
    }

    /** Those that the caller may look at, by number; a user's include those of the user's groups. */
    @GET
    @Permission({"identity.manage", "identity.grant"})
    public Grants list(
            @QueryParam("user") String user,
            @QueryParam("group") String group,
            @QueryParam("role") String role,
            @QueryParam("site") String site,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Page.requireLimit(limit);
        Locale locale = Texts.preferred(language);
        Optional<SiteCode> place = Optional.ofNullable(site).map(SiteCode::new);
        List<GrantView> rest = grants.list(actor).stream()
                .filter(grant -> grant.id() > after)
                .filter(grant -> user == null || roster.people(grant.holder()).contains(user))
                .filter(grant -> group == null || grant.holder().equals(new Holder.Group(group)))
                .filter(grant -> role == null || grant.role().equals(role))
                .filter(grant -> place.isEmpty() || grant.scope().site().equals(place))
                .limit(limit + 1L)
                .map(grant -> shapes.grant(grant, locale))
                .toList();
        List<GrantView> page = rest.stream().limit(limit).toList();
        return new Grants(
                page, rest.size() > limit ? Long.toString(page.get(limit - 1).id()) : null);
    }

    /** Gives one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.grant")
    public Response give(
            NewGrantBody body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        if (body == null || (body.user() == null) == (body.group() == null)) {
            throw Problem.invalid("holder_missing", "user");
        }
        Holder holder = body.user() == null ? new Holder.Group(body.group()) : new Holder.User(body.user());
        PlainText.required("reason", body.reason(), LONGEST_REASON);
        Grant given = grants.give(actor, holder, body.wanted().grant());
        return Response.status(Response.Status.CREATED)
                .entity(shapes.grant(given, Texts.preferred(language)))
                .build();
    }

    /** Takes one away. */
    @DELETE
    @Path("{id}")
    @Permission("identity.grant")
    public void revoke(@PathParam("id") long id, @QueryParam("reason") String reason, @Context Actor actor) {
        grants.revoke(actor, id, PlainText.optional("reason", reason, LONGEST_REASON));
    }

    /** A grant to be, of a user or a group. */
    public record NewGrantBody(
            String user,
            String group,
            String role,
            String site,
            ScopeView scope,
            String from,
            String until,
            String reason) {

        WantedGrant wanted() {
            return new WantedGrant(role, site, scope, from, until, reason);
        }
    }
}
