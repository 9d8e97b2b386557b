package org.jutong.audit.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Entry;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;

/** The entries that are in the database, and the anchor that the first of them follows. Thread-safe. */
public final class EntryTable {

    private static final int DELETED_AT_ONCE = 500;

    private final Store store;

    public EntryTable(Store store) {
        this.store = store;
    }

    /**
     * Stores all or none.
     *
     * @param oneFirst whether other nodes write at this time: the first entry is then sent alone, so that two nodes meet
     *     at one number, and not each at one that the other has
     * @throws org.jutong.persistence.DuplicateKey where one of the numbers is taken already
     */
    public void insert(List<Entry> entries, boolean oneFirst) {
        store.change(em -> {
            for (Entry entry : entries) {
                em.persist(new EntryRow(entry));
                if (oneFirst && entry == entries.get(0)) {
                    em.flush();
                }
            }
        });
    }

    /** The entry of this number. */
    public Optional<Entry> find(long seq) {
        return store.read(
                em -> Optional.ofNullable(em.find(EntryRow.class, seq)).map(EntryRow::entry));
    }

    /** The greatest number; empty where there is no entry. */
    public Optional<Long> last() {
        // not ORDER BY DESC: Derby would sort the whole table for it
        return store.read(em -> Optional.ofNullable(
                em.createQuery("SELECT MAX(e.seq) FROM EntryRow e", Long.class).getSingleResult()));
    }

    /** What the next entry follows. */
    public Tail tail() {
        return store.read(em -> last().flatMap(this::find).map(Tail::of).orElseGet(this::anchor));
    }

    /** The last entry that was archived; {@link Tail#NONE} where none was. */
    public Tail anchor() {
        return store.read(em -> Optional.ofNullable(em.find(AnchorRow.class, AnchorRow.ONLY))
                .map(AnchorRow::tail)
                .orElse(Tail.NONE));
    }

    /** Entries with greater numbers, in order. */
    public List<Entry> after(long seq, int count) {
        return store.read(em ->
                entries(em.createQuery("SELECT e FROM EntryRow e WHERE e.seq > :after ORDER BY e.seq", EntryRow.class)
                        .setParameter("after", seq)
                        .setMaxResults(count)));
    }

    /** What the query matches between two numbers, both included, newest first. */
    public List<Entry> matching(AuditQuery query, long from, long until, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder jpql = new StringBuilder("SELECT e FROM EntryRow e WHERE e.seq BETWEEN :first AND :last");
        query.from().ifPresent(time -> values.put("time >= :from", time.toEpochMilli()));
        query.until().ifPresent(time -> values.put("time < :until", time.toEpochMilli()));
        query.actor().ifPresent(value -> values.put("actor = :actor", value));
        query.action().ifPresent(value -> values.put("action = :action", value));
        query.site().ifPresent(value -> values.put("site = :site", value));
        query.object().ifPresent(value -> values.put("target = :target", value));
        query.outcome().ifPresent(value -> values.put("outcome = :outcome", value));
        values.keySet().forEach(condition -> jpql.append(" AND e.").append(condition));
        return store.read(em -> {
            TypedQuery<EntryRow> rows = em.createQuery(
                            jpql.append(" ORDER BY e.seq DESC").toString(), EntryRow.class)
                    .setParameter("first", from)
                    .setParameter("last", until)
                    .setMaxResults(count);
            values.forEach(
                    (condition, value) -> rows.setParameter(condition.substring(condition.indexOf(':') + 1), value));
            return entries(rows);
        });
    }

    /**
     * Says that everything up to here is archived.
     *
     * @throws Problem {@code version_conflict} (409) where another node has moved the anchor meanwhile
     */
    public void moveAnchor(Tail before, Tail now) {
        store.change(em -> {
            AnchorRow row = em.find(AnchorRow.class, AnchorRow.ONLY);
            if (!(row == null ? Tail.NONE : row.tail()).equals(before)) {
                throw Problem.conflict("version_conflict");
            }
            if (row == null) {
                em.persist(new AnchorRow(now.seq(), now.hash()));
            } else {
                row.move(now.seq(), now.hash());
            }
        });
    }

    /** Deletes what the anchor says is archived, a little at a time, so that the writer waits for none of it. */
    public void deleteArchived() {
        long anchor = anchor().seq();
        List<Entry> page = after(0, 1);
        while (!page.isEmpty() && page.get(0).seq() <= anchor) {
            long until = Math.min(anchor, page.get(0).seq() + DELETED_AT_ONCE - 1);
            store.change(em -> em.createQuery("DELETE FROM EntryRow e WHERE e.seq <= :until")
                    .setParameter("until", until)
                    .executeUpdate());
            page = after(0, 1);
        }
    }

    private static List<Entry> entries(TypedQuery<EntryRow> rows) {
        return rows.getResultList().stream().map(EntryRow::entry).toList();
    }
}
