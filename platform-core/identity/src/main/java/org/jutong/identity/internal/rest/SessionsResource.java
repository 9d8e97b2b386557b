package org.jutong.identity.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.internal.rest.SessionViews.OwnSessions;
import org.jutong.identity.internal.signin.OwnSignIn;
import org.jutong.plugin.Actor;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sessions of whoever asks. */
@Component(service = RestResource.class)
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource implements RestResource {

    private final OwnSignIn own;

    @Activate
    public SessionsResource(@Reference OwnSignIn own) {
        this.own = own;
    }

    @GET
    @SignedIn
    public OwnSessions list(@Context HttpServletRequest request, @Context Actor actor) {
        return new OwnSessions(own.sessions(actor, SessionCookie.token(request)), null);
    }

    @DELETE
    @Path("{id}")
    @SignedIn
    public void end(@PathParam("id") String id, @Context Actor actor) {
        own.endSession(actor, id);
    }

    @DELETE
    @SignedIn
    public void endOthers(@Context HttpServletRequest request, @Context Actor actor) {
        own.endOtherSessions(actor, SessionCookie.token(request));
    }
}
