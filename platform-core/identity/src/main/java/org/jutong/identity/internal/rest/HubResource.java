package org.jutong.identity.internal.rest;

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

/** At the hub: back to the host that asks, with a code for somebody who is signed in. */
@Component(service = RestResource.class)
@Path("session/hub")
public final class HubResource implements RestResource {

    private final Hub hub;
    private final Sessions sessions;

    @Activate
    public HubResource(@Reference Hub hub, @Reference Sessions sessions) {
        this.hub = hub;
        this.sessions = sessions;
    }

    @GET
    @Public
    public Response meet(
            @QueryParam("host") @DefaultValue("") String host,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("return") @DefaultValue("/") String destination,
            @Context HttpServletRequest request) {
        return Browsers.to(hub.meet(
                request.getServerName(),
                SessionCookie.token(request).flatMap(sessions::resume),
                host,
                state,
                destination));
    }
}
