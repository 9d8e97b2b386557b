package org.jutong.identity.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Accesses;
import org.jutong.identity.Accesses.Access;
import org.jutong.identity.Accesses.NewDeferral;
import org.jutong.identity.internal.rest.CitizenViews.DeferralView;
import org.jutong.identity.internal.rest.CitizenViews.Deferrals;
import org.jutong.identity.internal.rest.CitizenViews.Look;
import org.jutong.identity.internal.rest.CitizenViews.Looks;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who looked at one's data; and, for staff, when somebody is told later. */
@Component(service = RestResource.class)
@Path("accesses")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessesResource implements RestResource {

    private static final int LARGEST_PAGE = 200;
    private static final String DEFER = "audit.defer";

    private final Accesses accesses;

    @Activate
    public AccessesResource(@Reference Accesses accesses) {
        this.accesses = accesses;
    }

    @GET
    @SignedIn
    public Looks list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context Actor actor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.invalid("limit_invalid", "limit", LARGEST_PAGE);
        }
        Optional<String> place = Optional.ofNullable(after).filter(text -> !text.isEmpty());
        List<Access> found = accesses.of(actor, place, limit + 1);
        return new Looks(
                found.stream().limit(limit).map(Look::of).toList(),
                found.size() > limit ? found.get(limit - 1).place() : null);
    }

    @GET
    @Path("deferrals")
    @Permission(DEFER)
    public Deferrals deferrals(@Context Actor actor) {
        return new Deferrals(
                accesses.deferrals(actor).stream().map(DeferralView::of).toList(), null);
    }

    @POST
    @Path("deferrals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(DEFER)
    public Response defer(NewDeferral body, @Context Actor actor) {
        NewDeferral wanted = body == null ? new NewDeferral(null, null, null, null, null) : body;
        DeferralView set = DeferralView.of(accesses.defer(actor, wanted));
        return Response.created(URI.create("accesses/deferrals/" + set.id()))
                .entity(set)
                .build();
    }

    @DELETE
    @Path("deferrals/{id}")
    @Permission(DEFER)
    public void end(@PathParam("id") String id, @Context Actor actor) {
        if (!id.matches("\\d{1,18}")) {
            throw Problem.notFound("deferral_not_found", id);
        }
        accesses.endDeferral(actor, Long.parseLong(id));
    }
}
