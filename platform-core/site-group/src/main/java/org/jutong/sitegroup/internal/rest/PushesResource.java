package org.jutong.sitegroup.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pushes that were made. */
@Component(service = RestResource.class)
@Path("pushes")
@Produces(MediaType.APPLICATION_JSON)
public final class PushesResource implements RestResource {

    private final Pushes pushes;

    @Activate
    public PushesResource(@Reference Pushes pushes) {
        this.pushes = pushes;
    }

    /** One push. */
    @GET
    @Path("{id}")
    @Permission("article.push")
    public PushView one(@PathParam("id") String id, @Context Actor actor) {
        return PushView.of(pushes.get(actor, Page.id(id, "push_not_found")));
    }
}
