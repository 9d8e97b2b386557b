package org.jutong.audit.internal.store;

import java.util.List;
import java.util.Optional;
import org.jutong.audit.Entry;
import org.jutong.persistence.Store;

/** The entries that are in the database. Thread-safe. */
public final class EntryTable {

    private final Store store;

    public EntryTable(Store store) {
        this.store = store;
    }

    /**
     * Stores all or none.
     *
     * @throws org.jutong.persistence.DuplicateKey where one of the numbers is taken already
     */
    public void insert(List<Entry> entries) {
        store.change(em -> {
            // the first alone: two nodes then meet at one number, and not each at one that the other has
            em.persist(new EntryRow(entries.get(0)));
            em.flush();
            entries.stream().skip(1).forEach(entry -> em.persist(new EntryRow(entry)));
        });
    }

    /** The entry of this number. */
    public Optional<Entry> find(long seq) {
        return store.read(
                em -> Optional.ofNullable(em.find(EntryRow.class, seq)).map(EntryRow::entry));
    }

    /** The one with the greatest number; empty where there is none. */
    public Optional<Entry> last() {
        // not ORDER BY DESC: Derby would sort the whole table for it
        return store.read(em -> Optional.ofNullable(em.createQuery("SELECT MAX(e.seq) FROM EntryRow e", Long.class)
                        .getSingleResult())
                .flatMap(this::find));
    }
}
