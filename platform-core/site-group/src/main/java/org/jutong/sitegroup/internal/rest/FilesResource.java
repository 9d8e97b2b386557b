package org.jutong.sitegroup.internal.rest;

import java.io.InputStream;
import java.net.URI;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.internal.rest.LifeBodies.FileView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files that are handed in before something refers to them. */
@Component(service = RestResource.class)
@Path("files")
@Produces(MediaType.APPLICATION_JSON)
public final class FilesResource implements RestResource {

    private final Files files;

    @Activate
    public FilesResource(@Reference Files files) {
        this.files = files;
    }

    /** Keeps the body as a file of this name. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Permission({"site.apply", "site.approve", "site.manage", "site.close", "inspection.run", "article.write"})
    public Response keep(@QueryParam("name") String name, InputStream body, @Context Actor actor) {
        FileView kept = FileView.of(files.keep(actor, name, body));
        return Response.status(Response.Status.CREATED)
                .location(URI.create("files/" + kept.id()))
                .entity(kept)
                .build();
    }
}
