package org.jutong.identity.internal;

import java.util.ArrayList;
import java.util.List;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.plugin.Problem;

/** Keeps what is recorded, in order; refuses where the test says so. */
public final class RecordingAudit implements Audit {

    private final List<Event> events = new ArrayList<>();
    private boolean full;

    @Override
    public synchronized void record(Event event) {
        if (full) {
            throw Problem.of(503, "audit_unavailable");
        }
        events.add(event);
    }

    /** From now on nothing can be recorded. */
    public synchronized void fill() {
        full = true;
    }

    /** One line for each event: action, outcome, actor, object and detail. */
    public synchronized List<String> lines() {
        return events.stream()
                .map(event -> String.join(
                                " ",
                                event.action().name(),
                                event.outcome().name(),
                                event.actor().username(),
                                event.object(),
                                event.detail())
                        .strip())
                .toList();
    }

    /** The last of the lines. */
    public String last() {
        return lines().get(lines().size() - 1);
    }

    /** The last of the events. */
    public synchronized Event lastEvent() {
        return events.get(events.size() - 1);
    }
}
