package org.jutong.identity.internal.rest;

import java.net.URI;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.jutong.identity.internal.signin.Hub;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** From another host of the platform to the hub, to find out whether somebody is signed in there. */
@Component(service = RestResource.class)
@Path("session/departure")
public final class HubDepartureResource implements RestResource {

    private final Hub hub;

    @Activate
    public HubDepartureResource(@Reference Hub hub) {
        this.hub = hub;
    }

    @GET
    @Public
    public Response depart(
            @QueryParam("return") @DefaultValue("/") String destination, @Context HttpServletRequest request) {
        String state = hub.state();
        URI address = hub.departure(request.getServerName(), state, destination);
        return Browsers.to(address, Browsers.keep(state, request));
    }
}
