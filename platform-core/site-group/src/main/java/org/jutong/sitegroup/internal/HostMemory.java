package org.jutong.sitegroup.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.identity.SiteHosts;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.store.HostRows;
import org.jutong.sitegroup.internal.store.HostRows.Host;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the host names in memory, and reads them again every two seconds beside the requests: another node may have
 * changed them. Apart from {@link SiteHostNames}, which asks identity, because identity asks this. Thread-safe.
 */
@Component(service = {HostMemory.class, SiteHosts.class})
public final class HostMemory implements SiteHosts {

    private static final Logger LOG = LoggerFactory.getLogger(HostMemory.class);
    private static final int SECONDS = 2;

    private final HostRows rows;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-site-hosts");
        made.setDaemon(true);
        return made;
    });
    private volatile Map<String, Host> byHost;

    /** Reads all names. */
    @Activate
    public HostMemory(@Reference(target = "(osgi.unit.name=sitegroup)") Store store) {
        this.rows = new HostRows(store);
        reload();
    }

    @Activate
    void start() {
        clockwork.scheduleWithFixedDelay(this::reloadQuietly, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    private void reloadQuietly() {
        try {
            reload();
        } catch (RuntimeException e) {
            // an exception would end the schedule; what fails for good is said by all who ask the database
            LOG.debug("The host names could not be read", e);
        }
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
