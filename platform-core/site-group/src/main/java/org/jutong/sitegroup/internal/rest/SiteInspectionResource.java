package org.jutong.sitegroup.internal.rest;

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
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.inspection.Inspected;
import org.jutong.sitegroup.internal.inspection.SiteInspections;
import org.jutong.sitegroup.internal.rest.InspectionBodies.InspectionDetail;
import org.jutong.sitegroup.internal.rest.InspectionBodies.InspectionView;
import org.jutong.sitegroup.internal.rest.InspectionBodies.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inspection of one site. */
@Component(service = RestResource.class)
@Path("sites/{site}/inspection")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SiteInspectionResource implements RestResource {

    private final SiteInspections inspections;
    private final Sites sites;
    private final Texts texts;

    @Activate
    public SiteInspectionResource(
            @Reference SiteInspections inspections, @Reference Sites sites, @Reference Texts texts) {
        this.inspections = inspections;
        this.sites = sites;
        this.texts = texts;
    }

    /** What the last inspection of a site came to, with the details. */
    @GET
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public InspectionDetail one(
            @PathParam("site") String code,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return detail(inspections.last(actor, new SiteCode(code)), language, actor);
    }

    /** Inspects a site now. */
    @POST
    @Permission({"inspection.run", "site.manage"})
    public InspectionDetail inspect(
            @PathParam("site") String code,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return detail(inspections.inspect(actor, new SiteCode(code)), language, actor);
    }

    private InspectionDetail detail(Inspected inspected, String language, Actor actor) {
        Words words = Words.of(texts, language);
        SiteCode site = inspected.site();
        InspectionView view = InspectionView.of(inspected, sites.require(site).name(), words);
        return InspectionDetail.of(view, inspections.report(actor, site), words);
    }
}
