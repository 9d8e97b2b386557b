package org.jutong.identity.internal;

import java.util.List;
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
@Component(service = Changes.class)
public final class Changes {

    private final ChangeTable table;
    private long seen;

    @Activate
    public Changes(@Reference(target = "(osgi.unit.name=identity)") Store store) {
        table = new ChangeTable(store);
        seen = table.last();
    }

    /** What has changed and was not taken yet; costs one read by primary key where nothing has. */
    synchronized List<Change> untaken() {
        return table.last() == seen ? List.of() : table.since(seen);
    }

    /** Call when the memory has followed. */
    synchronized void taken(Change change) {
        seen = change.revision();
    }
}
