package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.rest.LifeBodies.Application;
import org.jutong.sitegroup.internal.rest.LifeBodies.Many;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteList;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteRequest;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteRequests;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps that begin a site's life, or that many sites make together. */
@Component(service = RestResource.class)
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SiteStepsResource implements RestResource {

    /** So many sites are registered in one request; each brings several dozen columns. */
    private static final int MOST = 500;

    private final SiteLife life;
    private final Sites sites;

    @Activate
    public SiteStepsResource(@Reference SiteLife life, @Reference Sites sites) {
        this.life = life;
        this.sites = sites;
    }

    /** Applies for a site. */
    @POST
    @Path("applications")
    @Permission("site.apply")
    public Response apply(Application application, @Context Actor actor) {
        Application given = Application.given(application);
        SiteBody applied =
                SiteBody.of(life.apply(actor, SiteRequest.given(given.site()).site(), given.why()));
        return Response.created(URI.create("sites/" + applied.code()))
                .entity(applied)
                .build();
    }

    /** Takes over many sites that are in service already: all of them or none. */
    @POST
    @Path("registrations")
    @Permission("site.register")
    public SiteList register(SiteRequests requests, @Context Actor actor) {
        List<SiteRequest> items = Optional.ofNullable(requests)
                .map(SiteRequests::items)
                .orElseThrow(() -> Problem.invalid("sites_missing", "items"));
        if (items.isEmpty() || items.size() > MOST) {
            throw Problem.invalid("sites_too_many", "items", MOST);
        }
        return new SiteList(
                sites
                        .register(
                                actor,
                                items.stream()
                                        .map(item -> SiteRequest.given(item).site())
                                        .toList())
                        .stream()
                        .map(SiteBody::of)
                        .toList(),
                null);
    }

    /** Takes many sites one step further, each on its own. */
    @POST
    @Path("site-steps")
    @Permission({"site.approve", "site.close"})
    public Response many(Many many, @Context Actor actor) {
        Many given = Many.given(many);
        Step.Kind kind = Arrays.stream(Step.Kind.values())
                .filter(each -> each.id().equals(given.step()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("step_not_for_many", "step", String.valueOf(given.step())));
        return Response.accepted(TaskView.of(life.many(actor, kind, given.codes(), given.why())))
                .build();
    }
}
