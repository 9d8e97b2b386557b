package org.jutong.sitegroup.internal.rest;

import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.jutong.sitegroup.internal.rest.StandardBodies.DriftView;
import org.jutong.sitegroup.internal.rest.StandardBodies.MigrationRequest;
import org.jutong.sitegroup.internal.rest.StandardBodies.MigrationView;
import org.jutong.sitegroup.internal.standard.SiteStandards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far one site is from the column standard, and the way there and back. */
@Component(service = RestResource.class)
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SiteStandardResource implements RestResource {

    private final SiteStandards sites;
    private final Texts texts;

    @Activate
    public SiteStandardResource(@Reference SiteStandards sites, @Reference Texts texts) {
        this.sites = sites;
        this.texts = texts;
    }

    /** How far a site is from its own version, or from another one. */
    @GET
    @Path("{site}/drift")
    @Permission({"site.manage", "standard.manage"})
    public DriftView drift(
            @PathParam("site") String code,
            @QueryParam("version") String version,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Locale locale = Texts.preferred(language);
        return DriftView.of(sites.drift(actor, new SiteCode(code), Page.text(version)), texts, locale);
    }

    /** Takes a site to a version, or says what that would do. */
    @POST
    @Path("{site}/standard")
    @Permission({"site.manage", "standard.manage"})
    public MigrationView migrate(@PathParam("site") String code, MigrationRequest request, @Context Actor actor) {
        MigrationRequest given = Optional.ofNullable(request).orElseGet(() -> new MigrationRequest(null, null, null));
        String version =
                Page.text(given.version()).orElseThrow(() -> Problem.invalid("standard_version_missing", "version"));
        SiteCode site = new SiteCode(code);
        boolean dryRun = Boolean.TRUE.equals(given.dryRun());
        return MigrationView.of(
                dryRun ? sites.plan(actor, site, version) : sites.migrate(actor, site, version, given.reason()),
                dryRun);
    }

    /** Takes the last migration of a site back. */
    @DELETE
    @Path("{site}/standard")
    @Permission({"site.manage", "standard.manage"})
    public MigrationView rollBack(
            @PathParam("site") String code, @QueryParam("reason") String reason, @Context Actor actor) {
        return MigrationView.of(sites.rollBack(actor, new SiteCode(code), reason), false);
    }
}
