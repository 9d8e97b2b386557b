package org.jutong.identity.internal.rest;

import java.net.URI;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.Sessions;
import org.jutong.identity.internal.signin.Hub;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Back from the hub: the code becomes a session of this host; without one the visit goes on as it was. */
@Component(service = RestResource.class)
@Path("session/arrival")
public final class HubArrivalResource implements RestResource {

    private final Hub hub;
    private final Sessions sessions;

    @Activate
    public HubArrivalResource(@Reference Hub hub, @Reference Sessions sessions) {
        this.hub = hub;
        this.sessions = sessions;
    }

    @GET
    @Public
    public Response arrive(
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("return") @DefaultValue("/") String destination,
            @Context HttpServletRequest request) {
        if (code.isEmpty()) {
            return Browsers.to(URI.create(Hub.path(destination)), Browsers.forget(request));
        }
        Hub.Arrival arrival =
                hub.arrive(request.getServerName(), code, state, Browsers.state(request), Browsers.client(request));
        SessionCookie.token(request).ifPresent(sessions::signOut);
        return Browsers.to(
                URI.create(arrival.destination()),
                SessionCookie.set(arrival.session().token(), request),
                Browsers.forget(request));
    }
}
