package org.jutong.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.identity.Organisation;
import org.jutong.identity.Organisations;
import org.jutong.identity.internal.store.OrganisationTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All organisations in memory. Thread-safe. */
@Component(service = {OrganisationTree.class, Organisations.class})
public final class OrganisationTree implements Organisations {

    private final OrganisationTable table;
    private volatile Snapshot now;

    /** @param changes only waited for */
    @Activate
    public OrganisationTree(@Reference(target = "(osgi.unit.name=identity)") Store store, @Reference Changes changes) {
        table = new OrganisationTable(store);
        reload();
    }

    public Optional<Organisation> find(long id) {
        return Optional.ofNullable(now.byId.get(id));
    }

    /** The organisation with this unified social credit code. */
    public Optional<Organisation> byCode(String code) {
        return Optional.ofNullable(now.byCode.get(code));
    }

    @Override
    public Optional<Organisation> runs(SiteCode site) {
        return Optional.ofNullable(now.bySite.get(site));
    }

    /** All, by code. */
    public Collection<Organisation> all() {
        return now.byId.values();
    }

    /** The organisation itself, then the one above it, up to the top; empty for an unknown one. */
    public List<Organisation> path(long id) {
        Snapshot seen = now;
        Set<Organisation> path = new LinkedHashSet<>();
        Organisation next = seen.byId.get(id);
        while (next != null && path.add(next)) {
            next = next.parent().map(seen.byId::get).orElse(null);
        }
        return List.copyOf(path);
    }

    /** Whether {@code below} is the organisation or stands below it. */
    public boolean isBelow(long below, long root) {
        return path(below).stream().anyMatch(organisation -> organisation.id() == root);
    }

    /** The organisation and all below it. */
    public List<Organisation> subtree(long root) {
        Snapshot seen = now;
        List<Organisation> found = new ArrayList<>();
        Optional.ofNullable(seen.byId.get(root)).ifPresent(found::add);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(seen.children.getOrDefault(found.get(i).id(), List.of()));
        }
        return found;
    }

    /** Call after the commit of a change. */
    public synchronized void reload() {
        Snapshot read = new Snapshot(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Organisation organisation : table.all()) {
            read.byId.put(organisation.id(), organisation);
            read.byCode.put(organisation.code(), organisation);
            organisation.site().ifPresent(site -> read.bySite.put(site, organisation));
            organisation
                    .parent()
                    .ifPresent(parent -> read.children
                            .computeIfAbsent(parent, unseen -> new ArrayList<>())
                            .add(organisation));
        }
        now = read;
    }

    private record Snapshot(
            Map<Long, Organisation> byId,
            Map<String, Organisation> byCode,
            Map<SiteCode, Organisation> bySite,
            Map<Long, List<Organisation>> children) {}
}
