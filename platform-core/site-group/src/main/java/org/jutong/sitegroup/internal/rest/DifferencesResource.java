package org.jutong.sitegroup.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.Versions;
import org.jutong.sitegroup.internal.rest.ReviewBodies.DifferencesView;
import org.jutong.sitegroup.internal.rest.ReviewBodies.LineView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How one version of an article became another. */
@Component(service = RestResource.class)
@Path("articles/{id}/differences")
@Produces(MediaType.APPLICATION_JSON)
public final class DifferencesResource implements RestResource {

    private final Versions versions;

    @Activate
    public DifferencesResource(@Reference Versions versions) {
        this.versions = versions;
    }

    /** Line by line. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public DifferencesView differences(
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context Actor actor) {
        int before = VersionsResource.number(from);
        int after = VersionsResource.number(to);
        return new DifferencesView(
                before,
                after,
                versions.differences(actor, Page.id(id, "article_not_found"), before, after).stream()
                        .map(LineView::of)
                        .toList());
    }
}
