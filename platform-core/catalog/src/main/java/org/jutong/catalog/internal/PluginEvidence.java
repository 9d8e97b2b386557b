package org.jutong.catalog.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.columns.inspection.SiteEvidence.Letter;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.identity.Accounts;
import org.jutong.plugin.InspectionFacts;
import org.jutong.plugin.InspectionFacts.Facts;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.InspectionEvidence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the plugins that are in force on a site what they know of it, each through the gate and about that site alone. What
 * one does not say, because it is gone, fails or has nothing to say, stays unknown.
 */
@Component
public final class PluginEvidence implements InspectionEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(PluginEvidence.class);

    private final Gate gate;
    private final InstalledPlugins installed;
    private final PluginServices services;
    private final Columns columns;

    @Activate
    public PluginEvidence(
            @Reference Gate gate,
            @Reference InstalledPlugins installed,
            @Reference PluginServices services,
            @Reference Columns columns) {
        this.gate = gate;
        this.installed = installed;
        this.services = services;
        this.columns = columns;
    }

    @Override
    public Map<SiteCode, Known> of(Set<SiteCode> sites) {
        Map<SiteCode, Known> known = new HashMap<>();
        sites.forEach(site -> of(site).ifPresent(found -> known.put(site, found)));
        return known;
    }

    private Optional<Known> of(SiteCode site) {
        List<InstalledPlugin> plugins = gate.enabled(site).stream()
                .flatMap(id -> installed.find(id).stream())
                .toList();
        if (plugins.isEmpty()) {
            return Optional.empty();
        }
        Set<String> served = new HashSet<>();
        Map<String, Instant> updated = new HashMap<>();
        List<Letter> unanswered = new ArrayList<>();
        boolean channel = false;
        for (InstalledPlugin plugin : plugins) {
            List<String> keys = served(site, plugin);
            served.addAll(keys);
            for (Facts facts : facts(site, plugin)) {
                facts.updated().ifPresent(at -> keys.forEach(key -> updated.merge(key, at, PluginEvidence::later)));
                channel |= facts.unanswered().isPresent();
                facts.unanswered().orElse(List.of()).stream()
                        .map(each -> new Letter(each.id(), each.kind(), each.received()))
                        .forEach(unanswered::add);
            }
        }
        return Optional.of(new Known(
                channel ? Optional.of(new Letters(true, unanswered)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                updated,
                served,
                Set.of()));
    }

    private List<String> served(SiteCode site, InstalledPlugin plugin) {
        List<String> types = plugin.descriptor().map(PluginDescriptor::columns).orElse(List.of());
        return columns.of(site).stream()
                .filter(column -> types.contains(column.type()))
                .map(Column::key)
                .toList();
    }

    private List<Facts> facts(SiteCode site, InstalledPlugin plugin) {
        return gate.enter(plugin.id(), site, Accounts.SYSTEM)
                .flatMap(context -> services.with(plugin.bundle(), InspectionFacts.class, all -> ask(context, all)))
                .orElse(List.of());
    }

    /** All that the plugin's services say, or nothing: half of the letters would pass for all of them. */
    private List<Facts> ask(SiteContext context, List<InspectionFacts> all) {
        List<Facts> said = new ArrayList<>();
        try {
            for (InspectionFacts one : all) {
                said.add(gate.call(context, one::facts));
            }
        } catch (PluginFault | Problem fault) {
            LOG.debug("Plugin {} does not say what it knows of site {}", context.plugin(), context.site(), fault);
            return List.of();
        }
        return said;
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }
}
