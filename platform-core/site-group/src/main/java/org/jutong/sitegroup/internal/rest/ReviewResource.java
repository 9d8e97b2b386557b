package org.jutong.sitegroup.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Reviews;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleView;
import org.jutong.sitegroup.internal.rest.ReviewBodies.ReviewRequest;
import org.jutong.sitegroup.internal.rest.ReviewBodies.ReviewView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reviews of one article. */
@Component(service = RestResource.class)
@Path("articles/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReviewResource implements RestResource {

    private final Reviews reviews;

    @Activate
    public ReviewResource(@Reference Reviews reviews) {
        this.reviews = reviews;
    }

    /** Where it is on its route, and what happened to it. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public ReviewView one(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return ReviewView.of(reviews.of(actor, id(id)), Texts.preferred(language));
    }

    /** Passes the stage that is waited for, or gives the text back. */
    @POST
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public ArticleView decide(@PathParam("id") String id, ReviewRequest request, @Context Actor actor) {
        ReviewRequest wanted = Optional.ofNullable(request).orElse(new ReviewRequest(null, null, null));
        if (wanted.number() == null) {
            throw Problem.invalid("number_missing", "number");
        }
        return ArticleView.of(
                switch (Optional.ofNullable(wanted.decision()).orElse("")) {
                    case "approve" -> reviews.approve(actor, id(id), wanted.number(), wanted.remark());
                    case "return" -> reviews.giveBack(actor, id(id), wanted.number(), wanted.remark());
                    default -> throw Problem.invalid("decision_unknown", "decision");
                });
    }

    private static long id(String id) {
        return Page.id(id, "article_not_found");
    }
}
