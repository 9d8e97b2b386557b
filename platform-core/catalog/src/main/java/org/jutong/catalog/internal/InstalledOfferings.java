package org.jutong.catalog.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Offering;
import org.jutong.catalog.Offerings;
import org.jutong.catalog.internal.store.PluginTable;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is installed, and what sites are enrolled for although it is gone. */
@Component
public final class InstalledOfferings implements Offerings {

    private final Audit audit;
    private final InstalledPlugins installed;
    private final PluginTable plugins;
    private final PluginStart start;
    private final KnownEnrolments known;
    private final Footprints footprints;
    private final Sites sites;
    private final Authority authority;
    private final SiteChanges changes;

    @Activate
    public InstalledOfferings(
            @Reference Audit audit,
            @Reference InstalledPlugins installed,
            @Reference PluginTable plugins,
            @Reference PluginStart start,
            @Reference KnownEnrolments known,
            @Reference Footprints footprints,
            @Reference Sites sites,
            @Reference Authority authority,
            @Reference SiteChanges changes) {
        this.audit = audit;
        this.installed = installed;
        this.plugins = plugins;
        this.start = start;
        this.known = known;
        this.footprints = footprints;
        this.sites = sites;
        this.authority = authority;
        this.changes = changes;
    }

    @Override
    public List<Offering> all() {
        Map<String, Offering> found = new TreeMap<>();
        installed.all().forEach(plugin -> found.put(plugin.id(), installed(plugin)));
        if (!found.keySet().containsAll(known.plugins())) {
            Map<String, Map<String, String>> titles = plugins.titles();
            known.plugins().forEach(id -> found.computeIfAbsent(id, gone -> missing(gone, titles)));
        }
        return List.copyOf(found.values());
    }

    @Override
    public Optional<Offering> find(String plugin) {
        Optional<Offering> present = installed.find(plugin).map(this::installed);
        return present.isEmpty() && known.plugins().contains(plugin)
                ? Optional.of(missing(plugin, plugins.titles()))
                : present;
    }

    @Override
    public void uninstall(Actor by, String plugin, boolean keepData) {
        var root = sites.root().orElseThrow(() -> Problem.conflict("no_sites"));
        authority.require(by, "plugin.manage", root.code());
        InstalledPlugin found = installed.find(plugin).orElseThrow(() -> Problem.notFound("plugin_not_found", plugin));
        if (!keepData) {
            refuseLoss(found);
        }
        List<Enrolment> enrolments = known.ofPlugin(plugin);
        String object = "plugin:" + plugin;
        // written first: a bundle that is gone cannot be brought back because its record failed
        audit.record(Event.done(Action.PLUGIN_UNINSTALL, by, object).saying(keepData ? "keep-data" : ""));
        try {
            start.takeAway(plugin);
        } catch (Problem refused) {
            audit.record(Event.failed(Action.PLUGIN_UNINSTALL, by, object, refused.code()));
            throw refused;
        }
        changes.changed(enrolments.stream().map(Enrolment::site).toList());
    }

    private void refuseLoss(InstalledPlugin plugin) {
        if (known.ofPlugin(plugin.id()).isEmpty()) {
            return;
        }
        startToCount(plugin);
        Footprints.Footprint held = footprints.of(plugin);
        if (held.records() > 0) {
            throw Problem.conflict("plugin_holds_data", plugin.id(), held.records(), held.sites());
        }
        int inForce = known.sitesInForce(plugin.id()).size();
        if (inForce > 0) {
            throw Problem.conflict("plugin_in_use", plugin.id(), inForce);
        }
    }

    private void startToCount(InstalledPlugin plugin) {
        try {
            start.complete(plugin.id());
        } catch (Problem cannot) {
            throw Footprints.unknown(plugin.id());
        }
    }

    private Offering installed(InstalledPlugin plugin) {
        Offering.State state = plugin.fault().isPresent()
                ? Offering.State.INCOMPATIBLE
                : plugin.isActive() ? Offering.State.ACTIVE : Offering.State.INSTALLED;
        return new Offering(
                plugin.id(),
                plugin.descriptor().map(PluginDescriptor::title).orElse(Map.of("zh-CN", plugin.id())),
                plugin.bundle().getVersion().toString(),
                plugin.descriptor(),
                state,
                plugin.fault(),
                known.sitesInForce(plugin.id()).size());
    }

    private Offering missing(String id, Map<String, Map<String, String>> titles) {
        return new Offering(
                id,
                titles.getOrDefault(id, Map.of("zh-CN", id)),
                "",
                Optional.empty(),
                Offering.State.MISSING,
                Optional.empty(),
                known.sitesInForce(id).size());
    }
}
