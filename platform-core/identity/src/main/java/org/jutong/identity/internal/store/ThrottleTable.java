package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jutong.persistence.Store;

/** How often sign-in failed, by name and by address, so that a restart forgives nobody. */
public final class ThrottleTable {

    private final Store store;

    public ThrottleTable(Store store) {
        this.store = store;
    }

    /** The failures of this subject, or empty where there are none. */
    public Optional<Failures> find(String subject) {
        return store.read(
                em -> Optional.ofNullable(em.find(ThrottleRow.class, subject)).map(ThrottleRow::failures));
    }

    /** Counts one more since the given time; a count that began before it starts again. */
    public void count(String subject, Instant now, Instant windowStart) {
        store.change(em -> {
            ThrottleRow row = em.find(ThrottleRow.class, subject);
            if (row == null) {
                em.persist(new ThrottleRow(subject, now));
            } else {
                row.count(now, windowStart);
            }
        });
    }

    public void clear(String subject) {
        store.change(em -> em.createQuery("DELETE FROM ThrottleRow t WHERE t.subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate());
    }

    /** Deletes counts that began before the given time. */
    public void deleteBefore(Instant windowStart) {
        store.change(em -> em.createQuery("DELETE FROM ThrottleRow t WHERE t.since <= :start")
                .setParameter("start", Date.from(windowStart))
                .executeUpdate());
    }

    /**
     * Failed sign-ins.
     *
     * @param count how many
     * @param since when the first of them was
     */
    public record Failures(int count, Instant since) {}
}
