package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;

/** Sessions as stored, for the restart. */
public final class SessionTable {

    private final Store store;

    public SessionTable(Store store) {
        this.store = store;
    }

    public List<StoredSession> all() {
        return store.read(em -> em.createQuery("SELECT s FROM SessionRow s", SessionRow.class)
                .getResultStream()
                .map(SessionRow::session)
                .toList());
    }

    public void insert(StoredSession session) {
        store.change(em -> em.persist(new SessionRow(session)));
    }

    public void used(String tokenHash, Instant at) {
        store.change(
                em -> Optional.ofNullable(em.find(SessionRow.class, tokenHash)).ifPresent(row -> row.use(at)));
    }

    public void delete(String tokenHash) {
        store.change(em -> em.createQuery("DELETE FROM SessionRow s WHERE s.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .executeUpdate());
    }

    public void deleteOf(String username) {
        store.change(em -> em.createQuery("DELETE FROM SessionRow s WHERE s.username = :name")
                .setParameter("name", username)
                .executeUpdate());
    }

    /** Deletes what has expired or was last used before the given time. */
    public void deleteEnded(Instant now, Instant idleBefore) {
        store.change(em -> em.createQuery("DELETE FROM SessionRow s WHERE s.expires <= :now OR s.lastUsed <= :idle")
                .setParameter("now", Date.from(now))
                .setParameter("idle", Date.from(idleBefore))
                .executeUpdate());
    }
}
