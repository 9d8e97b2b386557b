package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jutong.persistence.Store;

/** What comes back once, as stored. */
public final class OneTimeTable {

    private final Store store;

    public OneTimeTable(Store store) {
        this.store = store;
    }

    /** Stores one and deletes those whose time is over. */
    public void insert(String keyHash, String content, Instant expires, Instant now) {
        store.change(em -> {
            em.createQuery("DELETE FROM OneTimeRow o WHERE o.expires <= :now")
                    .setParameter("now", Date.from(now))
                    .executeUpdate();
            em.persist(new OneTimeRow(keyHash, content, expires));
        });
    }

    /** The content, for one caller only, on whatever node; empty where there is none, or its time is over. */
    public Optional<String> take(String keyHash, Instant now) {
        return store.write(em -> {
            Optional<String> content = Optional.ofNullable(em.find(OneTimeRow.class, keyHash))
                    .filter(row -> row.isOpen(now))
                    .map(OneTimeRow::content);
            int deleted = em.createQuery("DELETE FROM OneTimeRow o WHERE o.keyHash = :hash")
                    .setParameter("hash", keyHash)
                    .executeUpdate();
            return content.filter(found -> deleted == 1);
        });
    }
}
