package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.SortedSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Group;
import org.jutong.identity.internal.people.StoredGroups;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Groups of people. */
@Component(service = RestResource.class)
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupsResource implements RestResource {

    private final StoredGroups groups;

    @Activate
    public GroupsResource(@Reference StoredGroups groups) {
        this.groups = groups;
    }

    /** Those whose places the caller manages, by id. */
    @GET
    @Permission("identity.manage")
    public Groups list(@Context Actor actor) {
        return new Groups(groups.list(actor).stream().map(GroupsResource::view).toList());
    }

    /** Makes one without members. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public Response create(GroupBody body, @Context Actor actor) {
        Group made = groups.create(actor, body == null ? null : body.id(), body == null ? null : body.title());
        return Response.status(Response.Status.CREATED).entity(view(made)).build();
    }

    /** Gives it another title. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public GroupView rename(@PathParam("id") String id, GroupBody body, @Context Actor actor) {
        return view(groups.rename(actor, id, body == null ? null : body.title()));
    }

    /** Deletes it with its grants. */
    @DELETE
    @Path("{id}")
    @Permission("identity.manage")
    public void delete(@PathParam("id") String id, @Context Actor actor) {
        groups.delete(actor, id);
    }

    /** Makes the account a member. */
    @PUT
    @Path("{id}/members/{username}")
    @Permission("identity.manage")
    public void add(@PathParam("id") String id, @PathParam("username") String username, @Context Actor actor) {
        groups.add(actor, id, username);
    }

    /** Ends the membership. */
    @DELETE
    @Path("{id}/members/{username}")
    @Permission("identity.manage")
    public void remove(@PathParam("id") String id, @PathParam("username") String username, @Context Actor actor) {
        groups.remove(actor, id, username);
    }

    private static GroupView view(Group group) {
        return new GroupView(group.id(), group.title(), group.members());
    }

    /** A group. */
    public record GroupView(String id, String title, SortedSet<String> members) {}

    /** All groups. */
    public record Groups(List<GroupView> items) {}

    /** A group to be, or what of it changes. */
    public record GroupBody(String id, String title) {}
}
