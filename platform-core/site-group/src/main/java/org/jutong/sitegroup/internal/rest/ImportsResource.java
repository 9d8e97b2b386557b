package org.jutong.sitegroup.internal.rest;

import java.io.InputStream;
import java.net.URI;
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
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.importing.SiteImports;
import org.jutong.sitegroup.internal.rest.ImportBodies.ArchiveList;
import org.jutong.sitegroup.internal.rest.ImportBodies.ArchiveView;
import org.jutong.sitegroup.internal.rest.ImportBodies.ImportBody;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports of what was a site elsewhere. How they go on is asked of tasks. */
@Component(service = RestResource.class)
@Path("sites/{site}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ImportsResource implements RestResource {

    private final SiteImports imports;
    private final Archives archives;

    @Activate
    public ImportsResource(@Reference SiteImports imports, @Reference Archives archives) {
        this.imports = imports;
        this.archives = archives;
    }

    /** Starts one, or tries what it would do. */
    @POST
    @Permission("site.manage")
    public Response start(@PathParam("site") String site, ImportBody body, @Context Actor actor) {
        return Response.accepted(TaskView.of(imports.start(
                        actor, new SiteCode(site), ImportBody.given(body).asked())))
                .build();
    }

    /** The archives of the site, newest first. */
    @GET
    @Path("archives")
    @Permission("site.manage")
    public ArchiveList archives(@PathParam("site") String site, @Context Actor actor) {
        return new ArchiveList(archives.of(actor, new SiteCode(site)).stream()
                .filter(archive -> archive.purpose() == Archive.Purpose.IMPORT)
                .map(ArchiveView::of)
                .toList());
    }

    /** Keeps the body as an archive of this name, for 30 days. */
    @POST
    @Path("archives")
    @Consumes(MediaType.WILDCARD)
    @Permission("site.manage")
    public Response handIn(
            @PathParam("site") String site, @QueryParam("name") String name, InputStream body, @Context Actor actor) {
        Archive kept = archives.handIn(actor, new SiteCode(site), name, body);
        return Response.created(URI.create("sites/" + kept.site() + "/imports/archives"))
                .entity(ArchiveView.of(kept))
                .build();
    }
}
