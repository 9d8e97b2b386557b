package org.jutong.audit.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.audit.internal.store.Tail;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The audit: every event becomes an entry of the chain. */
@Component(service = {Audit.class, ChainedAudit.class})
public final class ChainedAudit implements Audit, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final EntryWriter writer;

    @Activate
    public ChainedAudit(
            @Reference(target = "(osgi.unit.name=audit-writer)") Store store,
            @Reference Clock clock,
            BundleContext context) {
        this(store, clock, AuditSettings.of(System.getenv(), context::getProperty));
    }

    ChainedAudit(Store store, Clock clock, AuditSettings settings) {
        this.clock = clock;
        this.writer = new EntryWriter(new EntryTable(store), settings.algorithm(), PATIENCE);
    }

    @Override
    public void record(Event event) {
        record(List.of(event));
    }

    @Override
    public void record(List<Event> events) {
        Origin origin = Origin.current();
        writer.writeAll(events.stream().map(event -> content(event, origin)).toList());
    }

    private List<String> content(Event event, Origin origin) {
        return List.of(
                Long.toString(clock.millis()),
                personal(event.actor().username(), 80),
                personal(event.actor().displayName(), 100),
                personal(event.behalf().orElse(""), 80),
                event.action().name(),
                event.outcome().name(),
                event.site().map(SiteCode::value).orElse(""),
                personal(event.object(), 200),
                origin.channel().name(),
                StoredText.of(origin.address(), 64),
                personal(event.detail(), 1000));
    }

    /** The last entry that this node has written. */
    Optional<Tail> written() {
        return writer.written();
    }

    /** Stores what waits; nothing is accepted afterwards. */
    @Deactivate
    @Override
    public void close() {
        writer.close();
    }

    private static String personal(String text, int longest) {
        return StoredText.of(Masking.mask(text), longest);
    }
}
