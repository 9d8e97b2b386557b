package org.jutong.sitegroup.internal;

import java.util.Map;
import java.util.Optional;
import org.jutong.identity.SiteHosts;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.store.HostRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds the host names in memory. Apart from {@link SiteHostNames}, which asks identity, because identity asks this. */
@Component(service = {HostMemory.class, SiteHosts.class})
public final class HostMemory implements SiteHosts {

    private final HostRows rows;
    private volatile Map<String, SiteCode> byHost;

    /** Reads all names. */
    @Activate
    public HostMemory(@Reference(target = "(osgi.unit.name=sitegroup)") Store store) {
        this.rows = new HostRows(store);
        reload();
    }

    synchronized void reload() {
        byHost = rows.all();
    }

    @Override
    public Optional<SiteCode> ofHost(String host) {
        return Optional.ofNullable(byHost.get(host));
    }

    Optional<String> of(SiteCode site) {
        return byHost.entrySet().stream()
                .filter(entry -> entry.getValue().equals(site))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
