package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.Accesses.Deferral;
import org.jutong.persistence.Store;

/** Deferrals of what people are told. */
public final class DeferralTable {

    private final Store store;

    public DeferralTable(Store store) {
        this.store = store;
    }

    /**
     * Stores one and gives it its id.
     *
     * @param citizen whom it is about, or {@code null}
     * @param contactHash the keyed hash of the person's number, or {@code null}
     */
    public Deferral insert(Deferral deferral, Long citizen, String contactHash) {
        return store.write(em -> {
            DeferralRow row = new DeferralRow(deferral, citizen, contactHash);
            em.persist(row);
            em.flush();
            return row.deferral();
        });
    }

    public Optional<Deferral> find(long id) {
        return store.read(
                em -> Optional.ofNullable(em.find(DeferralRow.class, id)).map(DeferralRow::deferral));
    }

    /** Newest first. */
    public List<Deferral> all() {
        return store.read(em -> em.createQuery("SELECT d FROM DeferralRow d ORDER BY d.id DESC", DeferralRow.class)
                .getResultStream()
                .map(DeferralRow::deferral)
                .toList());
    }

    public void end(long id, Instant at) {
        store.change(em -> Optional.ofNullable(em.find(DeferralRow.class, id)).ifPresent(row -> row.end(at)));
    }

    /** Deletes those whose time was over before. */
    public void deleteOver(Instant limit) {
        store.change(em -> em.createQuery("DELETE FROM DeferralRow d WHERE d.until < :limit")
                .setParameter("limit", Date.from(limit))
                .executeUpdate());
    }

    /** The number is this citizen's: so are the deferrals under it that are nobody's yet. */
    public void claim(String contactHash, long citizen) {
        store.change(em -> em.createQuery(
                        "UPDATE DeferralRow d SET d.citizen = :c WHERE d.contactHash = :h AND d.citizen IS NULL")
                .setParameter("c", citizen)
                .setParameter("h", contactHash)
                .executeUpdate());
    }
}
