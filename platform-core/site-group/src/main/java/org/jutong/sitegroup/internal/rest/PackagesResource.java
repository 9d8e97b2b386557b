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
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.packages.SitePackages;
import org.jutong.sitegroup.internal.rest.ImportBodies.ArchiveList;
import org.jutong.sitegroup.internal.rest.ImportBodies.ArchiveView;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A site as a package. */
@Component(service = RestResource.class)
@Path("sites/{site}/packages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PackagesResource implements RestResource {

    private final SitePackages packages;
    private final Archives archives;

    @Activate
    public PackagesResource(@Reference SitePackages packages, @Reference Archives archives) {
        this.packages = packages;
        this.archives = archives;
    }

    /** Which package is to be stored: the number of an archive that was handed in for imports. */
    public record PackageBody(Long archive) {}

    /** Makes one. */
    @POST
    @Permission("site.manage")
    public Response export(@PathParam("site") String site, @Context Actor actor) {
        return Response.accepted(TaskView.of(packages.export(actor, new SiteCode(site))))
                .build();
    }

    /** Those of the site, newest first. */
    @GET
    @Permission("site.manage")
    public ArchiveList list(@PathParam("site") String site, @Context Actor actor) {
        return new ArchiveList(archives.of(actor, new SiteCode(site)).stream()
                .filter(archive -> archive.purpose() == Archive.Purpose.PACKAGE)
                .map(ArchiveView::of)
                .toList());
    }

    /** One of them, to be saved. */
    @GET
    @Path("{package}")
    @Permission("site.manage")
    @Produces("application/zip")
    public Response download(
            @PathParam("site") String site, @PathParam("package") String number, @Context Actor actor) {
        Archive found = archives.get(actor, new SiteCode(site), Page.id(number, "archive_not_found"));
        StreamingOutput content = out -> archives.copy(found, out);
        return Downloads.as(found.name(), "application/zip", content);
    }

    /** Stores one that was handed in. */
    @POST
    @Path("imports")
    @Permission("site.manage")
    public Response restore(@PathParam("site") String site, PackageBody body, @Context Actor actor) {
        long archive = Optional.ofNullable(body)
                .map(PackageBody::archive)
                .orElseThrow(() -> Problem.invalid("import_source_missing", "archive"));
        return Response.accepted(TaskView.of(packages.restore(actor, new SiteCode(site), archive)))
                .build();
    }
}
