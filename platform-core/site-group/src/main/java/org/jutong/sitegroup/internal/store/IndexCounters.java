package org.jutong.sitegroup.internal.store;

import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;

/**
 * Gives index numbers. Whoever publishes a document holds the counter of its organisation and year until the end of the
 * transaction: numbers have no gaps, also where a publication fails, and no two documents get the same.
 */
public final class IndexCounters {

    /** Five digits. */
    private static final int GREATEST = 99_999;

    private final Store store;

    /** Over the site group's tables. */
    public IndexCounters(Store store) {
        this.store = store;
    }

    /** Makes the counter where there is none, in a transaction of its own. */
    public void prepare(Numbering numbering) {
        if (last(numbering).isPresent()) {
            return;
        }
        try {
            store.change(em -> em.persist(new IndexCounterRow(numbering)));
        } catch (DuplicateKey raced) {
            // somebody else made it
        }
    }

    /** The last serial given; empty where nothing was ever counted. */
    public Optional<Integer> last(Numbering numbering) {
        return store.read(em -> Optional.ofNullable(em.find(IndexCounterRow.class, new IndexCounterRow.Key(numbering)))
                .map(IndexCounterRow::last));
    }

    /** Another article that is or was public under this number, or empty. */
    public Optional<Long> holder(String number, long not) {
        return store.read(em -> holder(em, number, not));
    }

    /** Gives a number to a document that has none, and lets nobody publish under a number that another one has. */
    static void settle(EntityManager em, ArticleRow row, Numbering numbering, boolean first) {
        IndexCounterRow counter =
                em.find(IndexCounterRow.class, new IndexCounterRow.Key(numbering), LockModeType.PESSIMISTIC_WRITE);
        Optional<String> had = row.article().document().index();
        if (had.isEmpty()) {
            row.number(next(em, counter, numbering));
        } else if (first) {
            holder(em, had.get(), row.id()).ifPresent(other -> {
                throw taken(had.get(), other);
            });
        }
    }

    /** The refusal of a number that another article has. */
    public static Problem taken(String number, long other) {
        return Problem.conflict("index_number_taken", number, String.valueOf(other));
    }

    /** Numbers that came with imported documents are skipped. */
    private static String next(EntityManager em, IndexCounterRow counter, Numbering numbering) {
        int serial = counter.last();
        do {
            serial++;
            if (serial > GREATEST) {
                throw Problem.conflict(
                        "index_numbers_used_up", numbering.organisation(), String.valueOf(numbering.year()));
            }
        } while (holder(em, numbering.number(serial), 0).isPresent());
        counter.last(serial);
        return numbering.number(serial);
    }

    private static Optional<Long> holder(EntityManager em, String number, long not) {
        return em.createQuery(
                        "SELECT a.id FROM Article a WHERE a.indexNumber = :number AND a.id <> :id"
                                + " AND (a.timeFixed = :yes OR a.state = :state) ORDER BY a.id",
                        Long.class)
                .setParameter("number", number)
                .setParameter("id", not)
                .setParameter("yes", true)
                .setParameter("state", Article.State.PUBLISHED.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
