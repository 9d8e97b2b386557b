package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;

/** Sessions as stored. What is not here has ended, on every node. */
public final class SessionTable {

    private final Store store;

    public SessionTable(Store store) {
        this.store = store;
    }

    /** The session of this token's hash, or empty. */
    public Optional<StoredSession> find(String tokenHash) {
        return store.read(
                em -> Optional.ofNullable(em.find(SessionRow.class, tokenHash)).map(SessionRow::session));
    }

    /** The session of this id, or empty. */
    public Optional<StoredSession> byId(String id) {
        return store.read(em -> em.createQuery("SELECT s FROM SessionRow s WHERE s.id = :id", SessionRow.class)
                .setParameter("id", id)
                .getResultStream()
                .map(SessionRow::session)
                .findFirst());
    }

    /** The sessions of an account, the oldest first. */
    public List<StoredSession> of(String username) {
        return store.read(em -> em.createQuery(
                        "SELECT s FROM SessionRow s WHERE s.username = :name ORDER BY s.created, s.id",
                        SessionRow.class)
                .setParameter("name", username)
                .getResultStream()
                .map(SessionRow::session)
                .toList());
    }

    public void insert(StoredSession session) {
        store.change(em -> em.persist(new SessionRow(session)));
    }

    /** Notes a use, of the session that it hangs on too. */
    public void used(StoredSession session, Instant at) {
        store.change(em -> {
            Optional.ofNullable(em.find(SessionRow.class, session.tokenHash())).ifPresent(row -> row.use(at));
            session.parent()
                    .ifPresent(parent -> em.createQuery("SELECT s FROM SessionRow s WHERE s.id = :id", SessionRow.class)
                            .setParameter("id", parent)
                            .getResultStream()
                            .forEach(row -> row.use(at)));
        });
    }

    /** Deletes the row alone, to be replaced by one with new secrets. */
    public void deleteRow(String tokenHash) {
        store.change(em -> em.createQuery("DELETE FROM SessionRow s WHERE s.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .executeUpdate());
    }

    /** Deletes a session and those that hang on it. */
    public void delete(String id) {
        store.change(em -> em.createQuery("DELETE FROM SessionRow s WHERE s.id = :id OR s.parent = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Deletes all sessions of an account. */
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
