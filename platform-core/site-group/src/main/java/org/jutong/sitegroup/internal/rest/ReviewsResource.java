package org.jutong.sitegroup.internal.rest;

import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Reviews;
import org.jutong.sitegroup.internal.rest.ReviewBodies.WaitingList;
import org.jutong.sitegroup.internal.rest.ReviewBodies.WaitingView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reviews that wait for whoever asks. */
@Component(service = RestResource.class)
@Path("reviews")
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewsResource implements RestResource {

    private final Reviews reviews;

    @Activate
    public ReviewsResource(@Reference Reviews reviews) {
        this.reviews = reviews;
    }

    /** The oldest first; of one site where it is named. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public WaitingList waiting(
            @QueryParam("site") String site,
            @QueryParam("limit") String limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Locale preferred = Texts.preferred(language);
        return new WaitingList(reviews.waiting(actor, Page.text(site).map(SiteCode::new), Page.limit(limit)).stream()
                .map(waiting -> WaitingView.of(waiting, preferred))
                .toList());
    }
}
