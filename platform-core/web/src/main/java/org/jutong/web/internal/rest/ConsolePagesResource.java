package org.jutong.web.internal.rest;

import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.catalog.Gate;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.Texts;
import org.jutong.web.internal.http.ProblemWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages that a site's plugins add to the console, for somebody who is signed in. */
@Component(service = RestResource.class)
@Path("console/pages")
@Produces(MediaType.APPLICATION_JSON)
public final class ConsolePagesResource implements RestResource {

    private final Gate gate;
    private final Authority authority;
    private final InstalledPlugins plugins;

    @Activate
    public ConsolePagesResource(
            @Reference Gate gate, @Reference Authority authority, @Reference InstalledPlugins plugins) {
        this.gate = gate;
        this.authority = authority;
        this.plugins = plugins;
    }

    /** The pages that the caller may open on the site. */
    @GET
    @SignedIn
    public Pages pages(@QueryParam("site") String site, @Context Actor actor, @Context HttpServletRequest request) {
        SiteCode code = new SiteCode(site == null ? "" : site);
        Locale locale = ProblemWriter.language(request);
        return new Pages(gate.enabled(code).stream()
                .flatMap(id -> plugins.find(id).flatMap(InstalledPlugin::descriptor).stream())
                .flatMap(plugin -> plugin.console().stream()
                        .filter(page -> authority.allows(actor, page.permission(), code))
                        .map(page -> page(plugin, page, locale)))
                .toList());
    }

    private static ConsolePage page(PluginDescriptor plugin, PluginDescriptor.ConsolePage page, Locale locale) {
        return new ConsolePage(
                plugin.id(), Texts.pick(locale, page.title()), "/plugins/" + plugin.id() + "/assets/" + page.module());
    }

    /** The answer. */
    public record Pages(List<ConsolePage> items) {}

    /** A page: the plugin, its title, and the address of its ES module. */
    public record ConsolePage(String plugin, String title, String module) {}
}
