package org.jutong.sitegroup.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.SiteTree;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.store.SiteColumns;
import org.jutong.sitegroup.internal.store.SiteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds the sites in memory; what other nodes change is followed by {@link SiteFollowing}. Apart from
 * {@link SiteDirectory}, which asks identity, because identity asks this.
 */
@Component(service = {SiteMemory.class, SiteTree.class})
public final class SiteMemory implements SiteTree {

    private final SiteRows rows;
    private volatile SiteSnapshot snapshot;

    /**
     * Reads all sites.
     *
     * @param first only waited for
     */
    @Activate
    public SiteMemory(@Reference(target = "(osgi.unit.name=sitegroup)") Store store, @Reference NodeChanges first) {
        this(store);
    }

    /** Where no other node is. */
    public SiteMemory(Store store) {
        this.rows = new SiteRows(store);
        reload();
    }

    /** All of it at this moment. */
    public SiteSnapshot now() {
        return snapshot;
    }

    /** Reads everything again. */
    public synchronized void reload() {
        snapshot = SiteSnapshot.of(rows.sites(), rows.columns(), rows.formerColumns());
    }

    /** Reads these sites again, with their columns. */
    synchronized void reload(Collection<SiteCode> sites) {
        SiteSnapshot next = snapshot.with(rows.sites(sites), List.of());
        for (SiteCode site : sites) {
            next = next.find(site).isPresent() ? next.with(site, rows.columns(site)) : next;
        }
        snapshot = next;
    }

    /** Puts these sites in place of what was known of them, with these columns; a site with any here has no others. */
    public synchronized void put(List<Site> sites, List<Column> columns) {
        snapshot = snapshot.with(sites, columns);
    }

    /** Puts these columns in place of all that the site has and had. */
    public synchronized void put(SiteCode site, SiteColumns columns) {
        snapshot = snapshot.with(site, columns);
    }

    @Override
    public List<SiteCode> pathToRoot(SiteCode site) {
        return snapshot.pathToRoot(site);
    }

    @Override
    public Optional<String> name(SiteCode site) {
        return snapshot.find(site).map(Site::name);
    }

    @Override
    public List<String> columnPath(SiteCode site, String column) {
        return snapshot.columnPath(site, column);
    }

    @Override
    public boolean isOpen(SiteCode site) {
        return snapshot.find(site).filter(found -> !found.state().isOver()).isPresent();
    }

    @Override
    public Optional<SiteCode> root() {
        return snapshot.root().map(Site::code);
    }
}
