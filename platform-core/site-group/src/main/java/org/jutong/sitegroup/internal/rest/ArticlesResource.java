package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Reviews;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleRequest;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleView;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushRequest;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushView;
import org.jutong.sitegroup.internal.rest.FindingBodies.FoundList;
import org.jutong.sitegroup.internal.rest.FindingBodies.FoundView;
import org.jutong.sitegroup.internal.rest.ReviewBodies.MaskingRequest;
import org.jutong.sitegroup.internal.rest.ReviewBodies.SubmissionRequest;
import org.jutong.sitegroup.internal.rest.ReviewBodies.WithdrawalRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Articles: change, submit, publish, withdraw, push. */
@Component(service = RestResource.class)
@Path("articles/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ArticlesResource implements RestResource {

    private final Articles articles;
    private final Reviews reviews;
    private final Pushes pushes;
    private final ArticleChecks checks;
    private final Texts texts;

    @Activate
    public ArticlesResource(
            @Reference Articles articles,
            @Reference Reviews reviews,
            @Reference Pushes pushes,
            @Reference ArticleChecks checks,
            @Reference Texts texts) {
        this.articles = articles;
        this.reviews = reviews;
        this.pushes = pushes;
        this.checks = checks;
        this.texts = texts;
    }

    /** One article with its newest text. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public ArticleView one(@PathParam("id") String id, @Context Actor actor) {
        return ArticleView.of(articles.get(actor, id(id)));
    }

    /** Changes an article; {@code version} is the one that the editor saw. */
    @PUT
    @Permission("article.write")
    public ArticleView revise(@PathParam("id") String id, ArticleRequest request, @Context Actor actor) {
        ArticleRequest wanted = ArticleBodies.given(request);
        if (wanted.version() == null) {
            throw Problem.invalid("version_missing", "version");
        }
        return ArticleView.of(articles.revise(actor, id(id), wanted.version(), wanted.draft()));
    }

    /** What the linter finds on it, as it will be judged at publishing. */
    @GET
    @Path("findings")
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public FoundList findings(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return new FoundList(found(articles.get(actor, id(id)), language));
    }

    /** Throws away the correction that readers do not see yet; {@code version} is the one that the editor saw. */
    @DELETE
    @Path("correction")
    @Permission("article.write")
    public ArticleView discard(
            @PathParam("id") String id, @QueryParam("version") String version, @Context Actor actor) {
        int seen = Page.text(version)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> Problem.invalid("version_missing", "version"));
        return ArticleView.of(articles.discard(actor, id(id), seen));
    }

    /** Masks the numbers of persons in its newest text, as a new version. */
    @POST
    @Path("masking")
    @Permission("article.write")
    public ArticleView mask(@PathParam("id") String id, MaskingRequest request, @Context Actor actor) {
        Integer version = Optional.ofNullable(request)
                .map(MaskingRequest::version)
                .orElseThrow(() -> Problem.invalid("version_missing", "version"));
        return ArticleView.of(articles.mask(actor, id(id), version));
    }

    /** Submits its newest text to its reviews, and says what is worth mending all the same. */
    @POST
    @Path("submission")
    @Permission("article.write")
    public ArticleView submit(
            @PathParam("id") String id,
            SubmissionRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        SubmissionRequest wanted = Optional.ofNullable(request).orElse(SubmissionRequest.EMPTY);
        if (wanted.version() == null) {
            throw Problem.invalid("version_missing", "version");
        }
        Article submitted = reviews.submit(actor, id(id), wanted.version(), wanted.timing());
        return ArticleView.of(submitted, found(submitted, language));
    }

    /** Takes it back to a draft. */
    @DELETE
    @Path("submission")
    @Consumes(MediaType.WILDCARD)
    @Permission("article.write")
    public ArticleView recall(@PathParam("id") String id, @Context Actor actor) {
        return ArticleView.of(reviews.recall(actor, id(id)));
    }

    /** Publishes what has passed its reviews, and says what is worth mending all the same. */
    @POST
    @Path("publication")
    @Consumes(MediaType.WILDCARD)
    @Permission("article.publish")
    public ArticleView publish(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Article published = articles.publish(actor, id(id));
        return ArticleView.of(published, found(published, language));
    }

    /** Takes it off every site. */
    @POST
    @Path("withdrawal")
    @Permission("article.publish")
    public ArticleView withdraw(@PathParam("id") String id, WithdrawalRequest request, @Context Actor actor) {
        String reason =
                Optional.ofNullable(request).map(WithdrawalRequest::reason).orElse(null);
        return ArticleView.of(articles.withdraw(actor, id(id), reason));
    }

    /** Places it on every site of a subtree. */
    @POST
    @Path("pushes")
    @Permission("article.push")
    public Response push(
            @PathParam("id") String id,
            PushRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context Actor actor) {
        String subtree = Optional.ofNullable(request)
                .map(PushRequest::subtree)
                .flatMap(Page::text)
                .orElseThrow(() -> Problem.invalid("subtree_missing", "subtree"));
        Push push = pushes.push(
                actor, id(id), new SiteCode(subtree), Page.text(request.column()), Page.text(idempotencyKey));
        return Response.created(URI.create("pushes/" + push.id()))
                .entity(PushView.of(push))
                .build();
    }

    private List<FoundView> found(Article article, String language) {
        return FoundView.of(checks.of(article), texts, Texts.preferred(language));
    }

    private static long id(String id) {
        return Page.id(id, "article_not_found");
    }
}
