package org.jutong.sitegroup.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushView;
import org.jutong.sitegroup.internal.rest.PushBodies.PlanRequest;
import org.jutong.sitegroup.internal.rest.PushBodies.PlanView;
import org.jutong.sitegroup.internal.rest.PushBodies.TargetList;
import org.jutong.sitegroup.internal.rest.PushBodies.TargetView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pushes that were made, and what one would do. */
@Component(service = RestResource.class)
@Path("pushes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PushesResource implements RestResource {

    private final Pushes pushes;
    private final Sites sites;
    private final Texts texts;

    @Activate
    public PushesResource(@Reference Pushes pushes, @Reference Sites sites, @Reference Texts texts) {
        this.pushes = pushes;
        this.sites = sites;
        this.texts = texts;
    }

    /** One push. */
    @GET
    @Path("{id}")
    @Permission("article.push")
    public PushView one(@PathParam("id") String id, @Context Actor actor) {
        return PushView.of(pushes.get(actor, Page.id(id, "push_not_found")));
    }

    /** The sites that did not get it at once, where they stand and why. */
    @GET
    @Path("{id}/sites")
    @Permission("article.push")
    public TargetList exceptions(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        int most = Page.limit(limit);
        Locale words = Texts.preferred(language);
        List<Target> found = pushes.exceptions(
                actor, Page.id(id, "push_not_found"), Page.text(after).map(SiteCode::new), most + 1);
        Page<TargetView> page = Page.of(
                found,
                most,
                target -> TargetView.of(target, sites, texts, words),
                target -> target.site().value());
        return new TargetList(page.items(), page.next());
    }

    /** What a push would do with every site; nothing is changed. */
    @POST
    @Path("plan")
    @Permission("article.push")
    public PlanView plan(
            PlanRequest request, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        PlanRequest given = Optional.ofNullable(request).orElse(new PlanRequest(null, null, null));
        long article =
                Optional.ofNullable(given.article()).orElseThrow(() -> Problem.invalid("article_missing", "article"));
        String subtree = Page.text(given.subtree()).orElseThrow(() -> Problem.invalid("subtree_missing", "subtree"));
        Locale words = Texts.preferred(language);
        List<Target> targets = pushes.plan(actor, article, new SiteCode(subtree), Page.text(given.column()));
        return PlanView.of(targets, sites, texts, words);
    }
}
