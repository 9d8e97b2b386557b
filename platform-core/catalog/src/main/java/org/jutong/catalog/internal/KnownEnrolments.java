package org.jutong.catalog.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.internal.store.EnrolmentTable;
import org.jutong.identity.NodeChanges;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * All enrolments in memory. Readers take no lock: they see one immutable snapshot, replaced after each commit. A
 * refresh reads the row again under a lock, so whichever of two changes refreshes last shows the last commit. What
 * other nodes change is followed by {@link EnrolmentFollowing}.
 */
@Component(service = KnownEnrolments.class)
public final class KnownEnrolments {

    private final EnrolmentTable table;
    private final NodeChanges nodes;

    /** Plugin, in order, → site → enrolment; never changed once assigned. */
    private volatile Map<String, Map<SiteCode, Enrolment>> byPlugin;

    @Activate
    public KnownEnrolments(@Reference EnrolmentTable table, @Reference NodeChanges nodes) {
        this.table = table;
        this.nodes = nodes;
        reload();
    }

    /** Reads all of them again. */
    synchronized void reload() {
        Map<String, Map<SiteCode, Enrolment>> read = new TreeMap<>();
        for (Enrolment enrolment : table.all()) {
            read.computeIfAbsent(enrolment.plugin(), plugin -> new HashMap<>()).put(enrolment.site(), enrolment);
        }
        byPlugin = read;
    }

    Optional<Enrolment> find(SiteCode site, String plugin) {
        return Optional.ofNullable(byPlugin.getOrDefault(plugin, Map.of()).get(site));
    }

    boolean inForce(SiteCode site, String plugin) {
        Enrolment enrolment = byPlugin.getOrDefault(plugin, Map.of()).get(site);
        return enrolment != null && enrolment.state() == Enrolment.State.ENABLED;
    }

    /** Plugins that any site is enrolled for, in order. */
    Set<String> plugins() {
        return byPlugin.keySet();
    }

    List<Enrolment> of(SiteCode site) {
        List<Enrolment> found = new ArrayList<>();
        byPlugin.values().forEach(sites -> {
            if (sites.containsKey(site)) {
                found.add(sites.get(site));
            }
        });
        return List.copyOf(found);
    }

    List<Enrolment> ofPlugin(String plugin) {
        return byPlugin.getOrDefault(plugin, Map.of()).values().stream()
                .sorted(Comparator.comparing(Enrolment::site))
                .toList();
    }

    List<SiteCode> sitesInForce(String plugin) {
        return ofPlugin(plugin).stream()
                .filter(enrolment -> enrolment.state() == Enrolment.State.ENABLED)
                .map(Enrolment::site)
                .toList();
    }

    /** Call after a commit that concerned this enrolment; other nodes are told. */
    void refresh(SiteCode site, String plugin) {
        read(site, plugin);
        nodes.note(EnrolmentFollowing.KIND, List.of(site.value()));
    }

    private synchronized void read(SiteCode site, String plugin) {
        Map<String, Map<SiteCode, Enrolment>> next = new TreeMap<>(byPlugin);
        Map<SiteCode, Enrolment> sites = new HashMap<>(next.getOrDefault(plugin, Map.of()));
        table.find(site, plugin).ifPresent(enrolment -> sites.put(site, enrolment));
        next.put(plugin, sites);
        byPlugin = next;
    }
}
