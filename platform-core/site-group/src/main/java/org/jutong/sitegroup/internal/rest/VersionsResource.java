package org.jutong.sitegroup.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.Versions;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleView;
import org.jutong.sitegroup.internal.rest.ReviewBodies.RestoreRequest;
import org.jutong.sitegroup.internal.rest.ReviewBodies.VersionList;
import org.jutong.sitegroup.internal.rest.ReviewBodies.VersionView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The texts that an article had. */
@Component(service = RestResource.class)
@Path("articles/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VersionsResource implements RestResource {

    private final Versions versions;

    @Activate
    public VersionsResource(@Reference Versions versions) {
        this.versions = versions;
    }

    /** All of them without their texts, the newest first. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public VersionList all(@PathParam("id") String id, @Context Actor actor) {
        return new VersionList(
                versions.of(actor, id(id)).stream().map(VersionView::line).toList());
    }

    /** One of them. */
    @GET
    @Path("{number}")
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public VersionView one(@PathParam("id") String id, @PathParam("number") String number, @Context Actor actor) {
        return VersionView.of(versions.one(actor, id(id), number(number)));
    }

    /** Writes an old text anew, as the newest. */
    @POST
    @Permission("article.write")
    public ArticleView restore(@PathParam("id") String id, RestoreRequest request, @Context Actor actor) {
        RestoreRequest wanted = Optional.ofNullable(request).orElse(new RestoreRequest(null, null));
        if (wanted.number() == null) {
            throw Problem.invalid("number_missing", "number");
        }
        if (wanted.version() == null) {
            throw Problem.invalid("version_missing", "version");
        }
        return ArticleView.of(versions.restore(actor, id(id), wanted.number(), wanted.version()));
    }

    static int number(String given) {
        String named = Page.text(given).orElseThrow(() -> Problem.invalid("number_missing", "number"));
        long number = Page.id(named, "version_not_found");
        if (number > Integer.MAX_VALUE) {
            throw Problem.notFound("version_not_found", given);
        }
        return (int) number;
    }

    private static long id(String id) {
        return Page.id(id, "article_not_found");
    }
}
