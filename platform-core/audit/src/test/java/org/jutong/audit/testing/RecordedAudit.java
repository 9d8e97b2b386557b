package org.jutong.audit.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.plugin.Problem;

/** An audit for the tests of those who record: it remembers, and refuses when told to. Thread-safe. */
public final class RecordedAudit implements Audit {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean unavailable;

    @Override
    public void record(Event event) {
        if (unavailable) {
            throw Problem.of(503, "audit_unavailable");
        }
        events.add(event);
    }

    /** What was recorded, in order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The last one that was recorded. */
    public Event last() {
        return events.get(events.size() - 1);
    }

    /** From now on nothing can be recorded, or again everything. */
    public void unavailable(boolean now) {
        unavailable = now;
    }
}
