package org.jutong.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.persistence.IssuedSite;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The gate: an enrolment in force and a bundle that runs, or nothing. */
@Component
public final class EnrolmentGate implements Gate {

    private final KnownEnrolments known;
    private final InstalledPlugins installed;
    private final Sites sites;
    private final PluginLines lines;

    @Activate
    public EnrolmentGate(
            @Reference KnownEnrolments known,
            @Reference InstalledPlugins installed,
            @Reference Sites sites,
            @Reference PluginLines lines) {
        this.known = known;
        this.installed = installed;
        this.sites = sites;
        this.lines = lines;
    }

    @Override
    public Optional<SiteContext> enter(String plugin, SiteCode site, Actor actor) {
        if (!known.inForce(site, plugin) || !runs(plugin)) {
            return Optional.empty();
        }
        return sites.find(site).filter(found -> found.state().hasContent()).map(found -> issue(found, plugin, actor));
    }

    @Override
    public SiteContext require(String plugin, SiteCode site, Actor actor) {
        Optional<SiteContext> entered = enter(plugin, site, actor);
        if (entered.isPresent()) {
            return entered.get();
        }
        sites.require(site);
        if (installed.find(plugin).isEmpty() && !known.plugins().contains(plugin)) {
            throw Problem.notFound("plugin_not_found", plugin);
        }
        throw Problem.notFound("plugin_not_enabled", plugin, site.value());
    }

    @Override
    public List<String> enabled(SiteCode site) {
        return known.plugins().stream()
                .filter(plugin -> known.inForce(site, plugin) && runs(plugin))
                .toList();
    }

    @Override
    public <R> R call(SiteContext context, Function<SiteContext, R> work) throws PluginFault {
        return lines.call(context, work);
    }

    /** The one line of the platform that makes a context. */
    static SiteContext issue(Site site, String plugin, Actor actor) {
        String base = "/sites/" + site.code() + "/plugins/" + plugin + "/";
        return new IssuedSite(site.code(), site.name(), plugin, actor, base);
    }

    private boolean runs(String plugin) {
        return installed
                .find(plugin)
                .filter(found -> found.fault().isEmpty())
                .map(InstalledPlugin::isActive)
                .orElse(false);
    }
}
