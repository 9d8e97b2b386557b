package org.jutong.publication.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.publication.Publication;
import org.jutong.publication.internal.PublicationCare;
import org.jutong.publication.internal.rest.PublicationBodies.Following;
import org.jutong.publication.internal.rest.PublicationBodies.StateView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looking after the static tree of the node that answers. */
@Component(service = RestResource.class)
@Path("publication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PublicationResource implements RestResource {

    private final Publication publication;

    @Activate
    public PublicationResource(@Reference Publication publication) {
        this.publication = publication;
    }

    /** How it stands. */
    @GET
    @Permission(PublicationCare.MANAGE)
    public StateView state(@Context Actor actor) {
        return StateView.of(publication.state(actor));
    }

    /** Begins to bring all sites up to date. */
    @POST
    @Permission(PublicationCare.MANAGE)
    public Response run(@Context Actor actor) {
        return Response.accepted(StateView.of(publication.run(actor))).build();
    }

    /** Follows changes from now on, or no more. */
    @PUT
    @Permission(PublicationCare.MANAGE)
    public StateView follow(Following wanted, @Context Actor actor) {
        if (wanted == null || wanted.following() == null) {
            throw Problem.invalid("following_missing", "following");
        }
        return StateView.of(publication.follow(actor, wanted.following()));
    }

    /** Begins to compare the tree with what was signed. */
    @POST
    @Path("verification")
    @Permission(PublicationCare.MANAGE)
    public Response verify(@Context Actor actor) {
        return Response.accepted(StateView.of(publication.verify(actor))).build();
    }

    /** Begins to put right what is wrong. */
    @POST
    @Path("repair")
    @Permission(PublicationCare.MANAGE)
    public Response repair(@Context Actor actor) {
        return Response.accepted(StateView.of(publication.repair(actor))).build();
    }

    /** The key that proves the signature, as PEM. */
    @GET
    @Path("public-key")
    @Produces(MediaType.TEXT_PLAIN)
    @Permission(PublicationCare.MANAGE)
    public Response publicKey(@Context Actor actor) {
        return file("tree.pub.pem", publication.publicKey(actor));
    }

    /** The configuration of nginx. */
    @GET
    @Path("nginx")
    @Produces(MediaType.TEXT_PLAIN)
    @Permission(PublicationCare.MANAGE)
    public Response nginx(@QueryParam("backend") String backend, @Context Actor actor) {
        return file("jutong-tree.conf", publication.nginx(actor, backend == null ? "127.0.0.1:8181" : backend));
    }

    private static Response file(String name, String text) {
        return Response.ok(text)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
