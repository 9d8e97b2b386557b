package org.jutong.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what is to be recorded. Entries of many threads are written together, so that recording does not make the
 * platform stand in one line. Thread-safe.
 */
@ProviderType
public interface Audit {

    /**
     * Records; returns once the entry is stored for good. Call it inside the transaction of the change, last: then
     * there is never a change without an entry, and a change that is undone afterwards is followed by an entry that
     * says {@link Outcome#FAILED}.
     *
     * @throws org.jutong.plugin.Problem {@code audit_unavailable} (503) where the entry cannot be stored; what was to
     *     be recorded must then not happen
     */
    void record(Event event);

    /**
     * Records these together, in this order: one wait for all of them. Where it throws, some of them may be stored.
     *
     * @throws org.jutong.plugin.Problem {@code audit_unavailable} (503) where one cannot be stored
     */
    default void record(List<Event> events) {
        events.forEach(this::record);
    }
}
