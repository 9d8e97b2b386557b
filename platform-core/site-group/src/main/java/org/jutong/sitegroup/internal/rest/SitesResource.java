package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleList;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleRequest;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleView;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PublishedEntry;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PublishedList;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteList;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sites, and what belongs to one. */
@Component(service = RestResource.class)
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SitesResource implements RestResource {

    private final Sites sites;
    private final Columns columns;
    private final Articles articles;
    private final Reading reading;

    @Activate
    public SitesResource(
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Articles articles,
            @Reference Reading reading) {
        this.sites = sites;
        this.columns = columns;
        this.articles = articles;
        this.reading = reading;
    }

    /** Sites by code; who is not signed in sees those that are or were in service. */
    @GET
    @Public
    public SiteList list(
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("parent") String parent,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        int size = Page.limit(limit);
        Set<String> states = Page.text(state)
                .map(given -> Set.of(given.toLowerCase(Locale.ROOT).split(",")))
                .orElse(Set.of());
        Optional<SiteKind> only = Page.text(kind).map(SiteBody::kind);
        Optional<SiteCode> above = Page.text(parent).map(SiteCode::new);
        boolean staff = actor.isKnown() && !actor.isCitizen();
        List<Site> found = sites.page(Page.text(after).map(SiteCode::new), Integer.MAX_VALUE).stream()
                .filter(site -> staff || isOrWasInService(site.state()))
                .filter(site -> states.isEmpty() || states.contains(site.state().id()))
                .filter(site -> only.isEmpty() || only.get() == site.kind())
                .filter(site -> above.isEmpty() || site.parent().equals(above))
                .limit(size + 1L)
                .toList();
        Page<SiteBody> page =
                Page.of(found, size, SiteBody::of, site -> site.code().value());
        return new SiteList(page.items(), page.next());
    }

    private static boolean isOrWasInService(SiteState state) {
        return state.isPublic() || state == SiteState.TEMPORARILY_CLOSED || state == SiteState.CLOSED;
    }

    /** Takes over a site that is in service already. */
    @POST
    @Permission("site.register")
    public Response register(SiteRequest request, @Context Actor actor) {
        SiteBody taken =
                SiteBody.of(sites.register(actor, SiteRequest.given(request).site()));
        return Response.created(URI.create("sites/" + taken.code()))
                .entity(taken)
                .build();
    }

    /** One site. */
    @GET
    @Path("{site}")
    @Public
    public SiteBody one(@PathParam("site") String code) {
        return SiteBody.of(sites.require(new SiteCode(code)));
    }

    /** The site's own articles without their bodies, newest first. */
    @GET
    @Path("{site}/articles")
    @Permission("article.write")
    public ArticleList articles(
            @PathParam("site") String code,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        int size = Page.limit(limit);
        List<Article> found = articles.owned(actor, new SiteCode(code), Page.after(after), size + 1);
        Page<ArticleView> page = Page.of(found, size, ArticleView::line, a -> Long.toString(a.id()));
        return new ArticleList(page.items(), page.next());
    }

    /** Writes a draft. */
    @POST
    @Path("{site}/articles")
    @Permission("article.write")
    public Response write(
            @PathParam("site") String code,
            ArticleRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context Actor actor) {
        Article written = articles.write(
                actor, new SiteCode(code), ArticleBodies.given(request).draft(), Page.text(idempotencyKey));
        return Response.created(URI.create("articles/" + written.id()))
                .entity(ArticleView.of(written))
                .build();
    }

    /** What visitors find in a column and those below it, newest first. */
    @GET
    @Path("{site}/published")
    @Public
    public PublishedList published(
            @PathParam("site") String code,
            @QueryParam("column") String column,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        SiteCode site = sites.require(new SiteCode(code)).code();
        String key = Page.text(column).orElseThrow(() -> Problem.invalid("column_missing", "column"));
        columns.require(site, key);
        int size = Page.limit(limit);
        int offset = Math.toIntExact(Math.min(1_000_000, Page.after(after).orElse(0L)));
        List<Entry> found = reading.latest(site, key, offset, size + 1);
        Page<PublishedEntry> page = Page.of(
                found,
                size,
                e -> new PublishedEntry(e.id(), e.title(), e.published()),
                e -> Integer.toString(offset + size));
        return new PublishedList(page.items(), page.next());
    }
}
