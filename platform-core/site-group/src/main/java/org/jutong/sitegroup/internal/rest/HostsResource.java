package org.jutong.sitegroup.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The host name of a site. */
@Component(service = RestResource.class)
@Path("sites/{site}/host")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HostsResource implements RestResource {

    private final Hosts hosts;
    private final Sites sites;

    @Activate
    public HostsResource(@Reference Hosts hosts, @Reference Sites sites) {
        this.hosts = hosts;
        this.sites = sites;
    }

    /** Its name; without {@code host} where it has none. */
    @GET
    @Public
    public HostBody get(@PathParam("site") String site) {
        SiteCode code = sites.require(new SiteCode(site)).code();
        return new HostBody(hosts.of(code).orElse(null), hosts.further(code));
    }

    /** Gives it a name. */
    @PUT
    @Permission("site.manage")
    public HostBody set(@PathParam("site") String site, HostBody body, @Context Actor actor) {
        if (body == null || body.host() == null) {
            throw Problem.invalid("host_invalid", "host");
        }
        hosts.set(
                actor,
                new SiteCode(site),
                Optional.of(body.host()),
                Optional.ofNullable(body.further()).orElse(List.of()));
        return get(site);
    }

    /** Takes its name away. */
    @DELETE
    @Permission("site.manage")
    public void remove(@PathParam("site") String site, @Context Actor actor) {
        hosts.set(actor, new SiteCode(site), Optional.empty());
    }

    /** The main host name and those that lead to it. */
    public record HostBody(String host, List<String> further) {}
}
