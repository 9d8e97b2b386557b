package org.jutong.catalog.internal.rest;

import java.util.List;
import java.util.Locale;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.catalog.Offerings;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be ordered. */
@Component(service = RestResource.class)
@Path("offerings")
@Produces(MediaType.APPLICATION_JSON)
public final class OfferingsResource implements RestResource {

    private final Offerings offerings;

    @Activate
    public OfferingsResource(@Reference Offerings offerings) {
        this.offerings = offerings;
    }

    /** All offerings, by plugin. */
    @GET
    @Public
    public OfferingList all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.preferred(language);
        return new OfferingList(offerings.all().stream()
                .map(offering -> OfferingBody.of(offering, locale))
                .toList());
    }

    /** One offering. */
    @GET
    @Path("{plugin}")
    @Public
    public OfferingBody one(
            @PathParam("plugin") String plugin, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return offerings
                .find(plugin)
                .map(offering -> OfferingBody.of(offering, Texts.preferred(language)))
                .orElseThrow(() -> Problem.notFound("plugin_not_found", plugin));
    }

    /** Takes the plugin off the platform. */
    @DELETE
    @Path("{plugin}")
    @Permission("plugin.manage")
    public void uninstall(
            @PathParam("plugin") String plugin, @QueryParam("keepData") boolean keepData, @Context Actor actor) {
        offerings.uninstall(actor, plugin, keepData);
    }

    /** The answer. */
    public record OfferingList(List<OfferingBody> items) {}
}
