package org.jutong.sitegroup.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.SiteHosts;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.store.HostRows;
import org.jutong.sitegroup.internal.store.HostRows.Host;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds the host names in memory; what other nodes change is followed by {@link SiteFollowing}. Apart from
 * {@link SiteHostNames}, which asks identity, because identity asks this. Thread-safe.
 */
@Component(service = {HostMemory.class, SiteHosts.class})
public final class HostMemory implements SiteHosts {

    private final HostRows rows;
    private volatile Map<String, Host> byHost;

    /**
     * Reads all names.
     *
     * @param first only waited for
     */
    @Activate
    public HostMemory(@Reference(target = "(osgi.unit.name=sitegroup)") Store store, @Reference NodeChanges first) {
        this(store);
    }

    /** Where no other node is. */
    public HostMemory(Store store) {
        this.rows = new HostRows(store);
        reload();
    }

    /** Reads all names again. */
    public synchronized void reload() {
        byHost = rows.all().stream().collect(Collectors.toUnmodifiableMap(Host::name, host -> host));
    }

    @Override
    public Optional<SiteCode> ofHost(String host) {
        return Optional.ofNullable(byHost.get(host)).map(Host::site);
    }

    Optional<String> of(SiteCode site) {
        return names(site, true).findFirst();
    }

    List<String> further(SiteCode site) {
        return names(site, false).sorted().toList();
    }

    private Stream<String> names(SiteCode site, boolean main) {
        return byHost.values().stream()
                .filter(host -> host.site().equals(site) && host.main() == main)
                .map(Host::name);
    }
}
