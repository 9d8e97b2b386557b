package org.jutong.identity.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jutong.identity.NodeChanges;
import org.jutong.identity.internal.store.ChangeTable;
import org.jutong.identity.internal.store.ChangeTable.Change;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How far this node has followed the changes of all nodes. Stands before all that is read into memory, so that no change
 * falls between the reading and the following. Thread-safe.
 */
@Component(service = {Changes.class, NodeChanges.class})
public final class Changes implements NodeChanges {

    private final ChangeTable table;
    private final ThreadLocal<Boolean> following = ThreadLocal.withInitial(() -> false);

    /** What this node said itself and need not follow, with the number of the change. */
    private final Map<String, Long> own = new HashMap<>();

    private long seen;

    @Activate
    public Changes(@Reference(target = "(osgi.unit.name=identity)") Store store) {
        table = new ChangeTable(store);
        seen = table.last();
    }

    @Override
    public void note(String kind, Collection<String> names) {
        if (names.isEmpty() || following.get()) {
            return;
        }
        List<String> subjects =
                names.stream().distinct().map(name -> kind + ":" + name).toList();
        long revision = table.note(subjects);
        synchronized (this) {
            if (revision > seen) {
                subjects.forEach(subject -> own.put(subject, revision));
            }
        }
    }

    /**
     * Hands over what other nodes changed and was not taken yet; costs one read by primary key where nothing has. What
     * {@code follow} throws on is handed over again by the next call, with all that came after it.
     */
    void follow(Consumer<List<Change>> follow) {
        long before;
        synchronized (this) {
            before = seen;
        }
        if (table.last() == before) {
            return;
        }
        List<Change> changes = table.since(before);
        List<Change> others = changes.stream().filter(change -> !isOwn(change)).toList();
        following.set(true);
        try {
            if (!others.isEmpty()) {
                follow.accept(others);
            }
        } finally {
            following.remove();
        }
        synchronized (this) {
            changes.forEach(change -> seen = Math.max(seen, change.revision()));
            own.values().removeIf(revision -> revision <= seen);
        }
    }

    private synchronized boolean isOwn(Change change) {
        return own.getOrDefault(change.subject(), -1L) == change.revision();
    }
}
