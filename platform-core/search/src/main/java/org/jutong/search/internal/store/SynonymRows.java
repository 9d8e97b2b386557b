package org.jutong.search.internal.store;

import java.util.List;
import org.jutong.persistence.Store;

/** The stored synonyms. */
public final class SynonymRows {

    private final Store store;

    /** Over the search's tables. */
    public SynonymRows(Store store) {
        this.store = store;
    }

    /** All groups in their order. */
    public List<List<String>> all() {
        return store.read(em -> em.createQuery("SELECT s FROM Synonym s ORDER BY s.line", SynonymRow.class)
                .getResultStream()
                .map(SynonymRow::words)
                .toList());
    }

    /** These and no others. */
    public void replace(List<List<String>> groups) {
        store.change(em -> {
            em.createQuery("DELETE FROM Synonym s").executeUpdate();
            for (int i = 0; i < groups.size(); i++) {
                em.persist(new SynonymRow(i + 1, groups.get(i)));
            }
        });
    }
}
