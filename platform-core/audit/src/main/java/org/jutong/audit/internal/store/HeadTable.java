package org.jutong.audit.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jutong.audit.chain.Head;
import org.jutong.persistence.Store;

/** The signed heads that are in the database. Thread-safe. */
public final class HeadTable {

    private static final int PAGE = 1000;

    private final Store store;

    public HeadTable(Store store) {
        this.store = store;
    }

    /** Does nothing where the same key has signed this number before. */
    public void add(Head head) {
        store.change(em -> {
            if (em.find(HeadRow.class, new HeadKey(head.seq(), head.key())) == null) {
                em.persist(new HeadRow(head));
            }
        });
    }

    /** One with the greatest number. */
    public Optional<Head> newest() {
        return store.read(em -> {
            Long seq = em.createQuery("SELECT MAX(h.seq) FROM HeadRow h", Long.class)
                    .getSingleResult();
            return seq == null ? Optional.empty() : from(seq, 1).stream().findFirst();
        });
    }

    public void forEach(Consumer<Head> to) {
        List<Head> page = from(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(to);
            page = from(page.get(page.size() - 1).seq() + 1, PAGE);
        }
    }

    /** Heads of several nodes for one number may be cut at the end of a page: the others of that number are not needed. */
    private List<Head> from(long seq, int count) {
        return store.read(em -> {
            List<HeadRow> rows = em.createQuery(
                            "SELECT h FROM HeadRow h WHERE h.seq >= :from ORDER BY h.seq, h.key", HeadRow.class)
                    .setParameter("from", seq)
                    .setMaxResults(count)
                    .getResultList();
            return rows.stream().map(HeadRow::head).toList();
        });
    }
}
