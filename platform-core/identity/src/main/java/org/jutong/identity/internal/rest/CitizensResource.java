package org.jutong.identity.internal.rest;

import java.net.URI;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Citizens;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Registrations;
import org.jutong.identity.internal.rest.CitizenViews.CitizenChange;
import org.jutong.identity.internal.rest.CitizenViews.CodeSent;
import org.jutong.identity.internal.rest.CitizenViews.Forgotten;
import org.jutong.identity.internal.rest.CitizenViews.GivenCode;
import org.jutong.identity.internal.rest.CitizenViews.ListedCitizen;
import org.jutong.identity.internal.rest.CitizenViews.ListedCitizens;
import org.jutong.identity.internal.rest.CitizenViews.NewCitizen;
import org.jutong.identity.internal.rest.CitizenViews.NewPassword;
import org.jutong.identity.internal.rest.CitizenViews.RealName;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Citizens' accounts: asking for one, and what staff do. */
@Component(service = RestResource.class)
@Path("citizens")
@Produces(MediaType.APPLICATION_JSON)
public final class CitizensResource implements RestResource {

    private static final int LARGEST_PAGE = 200;

    private final Citizens citizens;
    private final Registrations registrations;

    @Activate
    public CitizensResource(@Reference Citizens citizens, @Reference Registrations registrations) {
        this.citizens = citizens;
        this.registrations = registrations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public Response register(NewCitizen body, @Context HttpServletRequest request) {
        NewCitizen wanted = body == null ? new NewCitizen(null, null, null) : body;
        return sent(registrations.register(wanted.wish(), request.getRemoteAddr()));
    }

    @POST
    @Path("verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public Response confirm(GivenCode body) {
        Citizen opened =
                body == null ? registrations.confirm(null, null) : registrations.confirm(body.ticket(), body.code());
        return Response.created(URI.create("citizens/" + opened.id()))
                .entity(ListedCitizen.of(opened))
                .build();
    }

    @POST
    @Path("recovery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public Response recover(Forgotten body, @Context HttpServletRequest request) {
        return sent(registrations.recover(body == null ? null : body.mobile(), request.getRemoteAddr()));
    }

    @PUT
    @Path("recovery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public void setPassword(NewPassword body) {
        NewPassword given = body == null ? new NewPassword(null, null, null) : body;
        registrations.setPassword(given.ticket(), given.code(), given.password());
    }

    @GET
    @Permission("citizen.manage")
    public ListedCitizens list(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context Actor actor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.invalid("limit_invalid", "limit", LARGEST_PAGE);
        }
        long before = after.isEmpty() ? Long.MAX_VALUE : id(after);
        List<Citizen> found = citizens.list(actor, query, before, limit + 1);
        List<ListedCitizen> page =
                found.stream().limit(limit).map(ListedCitizen::of).toList();
        return new ListedCitizens(
                page, found.size() > limit ? Long.toString(page.get(limit - 1).id()) : null);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("citizen.manage")
    public ListedCitizen change(@PathParam("id") String id, CitizenChange body, @Context Actor actor) {
        if (body == null || body.disabled() == null) {
            throw Problem.invalid("disabled_missing", "disabled");
        }
        return ListedCitizen.of(citizens.setDisabled(actor, id(id), body.disabled()));
    }

    @PUT
    @Path("{id}/real-name")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("citizen.verify")
    public ListedCitizen setRealName(@PathParam("id") String id, RealName body, @Context Actor actor) {
        return ListedCitizen.of(citizens.setRealName(actor, id(id), body == null ? null : body.idNumber()));
    }

    private Response sent(String ticket) {
        return Response.accepted(new CodeSent(ticket, registrations.isTrial())).build();
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Problem.notFound("citizen_not_found", text);
        }
        return Long.parseLong(text);
    }
}
