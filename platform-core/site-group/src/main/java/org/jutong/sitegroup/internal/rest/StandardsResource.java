package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.columns.ColumnStandard;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.rest.StandardBodies.DriftLine;
import org.jutong.sitegroup.internal.rest.StandardBodies.DriftList;
import org.jutong.sitegroup.internal.rest.StandardBodies.MigrationsRequest;
import org.jutong.sitegroup.internal.rest.StandardBodies.StandardDetail;
import org.jutong.sitegroup.internal.rest.StandardBodies.StandardList;
import org.jutong.sitegroup.internal.rest.StandardBodies.StandardView;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.jutong.sitegroup.internal.standard.SiteStandards;
import org.jutong.sitegroup.internal.standard.SiteStandards.SiteDrift;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the column standard, and how far all sites are from them. */
@Component(service = RestResource.class)
@Path("standards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StandardsResource implements RestResource {

    private final StoredStandards standards;
    private final SiteStandards sites;
    private final Texts texts;

    @Activate
    public StandardsResource(
            @Reference StoredStandards standards, @Reference SiteStandards sites, @Reference Texts texts) {
        this.standards = standards;
        this.sites = sites;
        this.texts = texts;
    }

    /** All versions. */
    @GET
    @SignedIn
    public StandardList list() {
        Map<SiteCode, String> bySite = sites.bySite();
        return new StandardList(standards.all().all().stream()
                .map(standard -> StandardView.of(standard, bySite))
                .toList());
    }

    /** A version with its columns. */
    @GET
    @Path("{version}")
    @SignedIn
    public StandardDetail one(@PathParam("version") String version) {
        ColumnStandard standard = standards.require(version);
        return StandardDetail.of(StandardView.of(standard, sites.bySite()), standard);
    }

    /** Adds a version; the body is the file. */
    @POST
    @Permission("standard.manage")
    public Response add(String file, @Context Actor actor) {
        ColumnStandard added = standards.add(actor, file);
        return Response.created(URI.create("standards/" + added.version()))
                .entity(StandardView.of(added, Map.of()))
                .build();
    }

    /** How far all sites are from a version, the furthest first. */
    @GET
    @Path("{version}/drift")
    @Permission({"standard.manage", "site.manage"})
    public DriftList drifts(
            @PathParam("version") String version,
            @QueryParam("below") String below,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        int size = Page.limit(limit);
        List<SiteDrift> all = sites.drifts(actor, version, Page.text(below).map(SiteCode::new));
        int from = Math.toIntExact(Math.min(all.size(), Page.after(after).orElse(0L)));
        List<SiteDrift> rest = all.subList(from, Math.min(all.size(), from + size + 1));
        Page<DriftLine> page = Page.of(rest, size, DriftLine::of, last -> Integer.toString(from + size));
        return new DriftList(page.items(), page.next());
    }

    /** Takes many sites to a version. */
    @POST
    @Path("{version}/migrations")
    @Permission("standard.manage")
    public Response migrateMany(@PathParam("version") String version, MigrationsRequest request, @Context Actor actor) {
        MigrationsRequest given = Optional.ofNullable(request).orElseGet(() -> new MigrationsRequest(null, null, null));
        List<SiteCode> listed = Optional.ofNullable(given.sites()).orElse(List.of()).stream()
                .map(code -> new SiteCode(Optional.ofNullable(code).orElse("")))
                .toList();
        Optional<SiteCode> below = Page.text(given.below()).map(SiteCode::new);
        return Response.accepted(TaskView.of(sites.migrateMany(actor, version, below, listed, given.reason())))
                .build();
    }
}
