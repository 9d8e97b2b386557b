package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.jutong.persistence.Store;

/** Notes of who was shown whose data. */
public final class AccessTable {

    private static final String OPEN_ONES = "SELECT a FROM AccessRow a WHERE a.citizen = :citizen"
            + " AND NOT EXISTS (SELECT d FROM DeferralRow d WHERE (d.citizen = :citizen OR d.contactHash = :contact)"
            + " AND d.since <= a.seenAt AND d.until > :now AND d.ended IS NULL"
            + " AND (d.account IS NULL OR d.account = a.account))";

    private final Store store;

    public AccessTable(Store store) {
        this.store = store;
    }

    public void insert(StoredAccess access) {
        store.change(em -> em.persist(new AccessRow(access)));
    }

    /**
     * What the citizen may see now, newest first.
     *
     * @param contactHash of the citizen's number, under which deferrals may stand too
     */
    public List<StoredAccess> of(long citizen, String contactHash, Instant now, Optional<Place> after, int limit) {
        return store.read(em -> {
            String from = after.isPresent() ? " AND (a.seenAt < :at OR (a.seenAt = :at AND a.id < :id))" : "";
            TypedQuery<AccessRow> query = em.createQuery(
                            OPEN_ONES + from + " ORDER BY a.seenAt DESC, a.id DESC", AccessRow.class)
                    .setParameter("citizen", citizen)
                    .setParameter("contact", contactHash)
                    .setParameter("now", Date.from(now))
                    .setMaxResults(limit);
            after.ifPresent(
                    place -> query.setParameter("at", Date.from(place.at())).setParameter("id", place.id()));
            return query.getResultStream().map(AccessRow::stored).toList();
        });
    }

    /** The contact is this citizen's: so are the notes under it that are nobody's yet. */
    public void claim(String contactHash, long citizen) {
        store.change(em -> em.createQuery(
                        "UPDATE AccessRow a SET a.citizen = :c WHERE a.contactHash = :h AND a.citizen IS NULL")
                .setParameter("c", citizen)
                .setParameter("h", contactHash)
                .executeUpdate());
    }

    /** Deletes the notes from before, except those that a deferral withheld then or later; answers how many. */
    public int deleteBefore(Instant limit) {
        return store.write(em -> em.createQuery("DELETE FROM AccessRow a WHERE a.seenAt < :limit AND NOT EXISTS"
                        + " (SELECT d FROM DeferralRow d WHERE d.since <= a.seenAt AND d.until >= :limit"
                        + " AND (d.citizen = a.citizen OR d.contactHash = a.contactHash)"
                        + " AND (d.account IS NULL OR d.account = a.account))")
                .setParameter("limit", Date.from(limit))
                .executeUpdate());
    }

    /** A place in the list. */
    public record Place(Instant at, long id) {}
}
