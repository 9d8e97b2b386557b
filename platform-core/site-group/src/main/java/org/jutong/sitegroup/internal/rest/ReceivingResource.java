package org.jutong.sitegroup.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Receiving;
import org.jutong.sitegroup.Receiving.Waiting;
import org.jutong.sitegroup.internal.rest.PushBodies.ReasonRequest;
import org.jutong.sitegroup.internal.rest.PushBodies.ReceivingRequest;
import org.jutong.sitegroup.internal.rest.PushBodies.ReceivingView;
import org.jutong.sitegroup.internal.rest.PushBodies.WaitingList;
import org.jutong.sitegroup.internal.rest.PushBodies.WaitingView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a site answers to what is pushed to it. */
@Component(service = RestResource.class)
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReceivingResource implements RestResource {

    private final Receiving receiving;

    @Activate
    public ReceivingResource(@Reference Receiving receiving) {
        this.receiving = receiving;
    }

    /** Whether the site wants to be asked. */
    @GET
    @Path("{site}/receiving")
    @Permission({"article.publish", "site.manage"})
    public ReceivingView asks(@PathParam("site") String site, @Context Actor actor) {
        return new ReceivingView(receiving.asks(actor, new SiteCode(site)));
    }

    /** Says whether the site wants to be asked from now on. */
    @PUT
    @Path("{site}/receiving")
    @Permission("site.manage")
    public ReceivingView ask(@PathParam("site") String site, ReceivingRequest request, @Context Actor actor) {
        ReceivingRequest given = Optional.ofNullable(request).orElse(new ReceivingRequest(null, null));
        boolean asks = Optional.ofNullable(given.asks()).orElseThrow(() -> Problem.invalid("asks_missing", "asks"));
        receiving.ask(actor, new SiteCode(site), asks, given.reason());
        return new ReceivingView(asks);
    }

    /** What waits for the site's answer. */
    @GET
    @Path("{site}/waiting")
    @Permission("article.publish")
    public WaitingList waiting(
            @PathParam("site") String site,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context Actor actor) {
        int most = Page.limit(limit);
        List<Waiting> found = receiving.waiting(actor, new SiteCode(site), Page.after(after), most + 1);
        Page<WaitingView> page = Page.of(found, most, WaitingView::of, w -> Long.toString(w.article()));
        return new WaitingList(page.items(), page.next());
    }

    /** Shows an article that waits. */
    @POST
    @Path("{site}/waiting/{article}/acceptance")
    @Consumes(MediaType.WILDCARD)
    @Permission("article.publish")
    public void accept(@PathParam("site") String site, @PathParam("article") String article, @Context Actor actor) {
        receiving.accept(actor, new SiteCode(site), Page.id(article, "article_not_found"));
    }

    /** Refuses an article that waits. */
    @POST
    @Path("{site}/waiting/{article}/refusal")
    @Permission("article.publish")
    public void decline(
            @PathParam("site") String site,
            @PathParam("article") String article,
            ReasonRequest request,
            @Context Actor actor) {
        receiving.decline(
                actor,
                new SiteCode(site),
                Page.id(article, "article_not_found"),
                Optional.ofNullable(request).map(ReasonRequest::reason).orElse(null));
    }
}
