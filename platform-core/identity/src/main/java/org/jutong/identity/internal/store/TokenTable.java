package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.persistence.Store;

/** Tokens for programs as stored. */
public final class TokenTable {

    private final Store store;

    public TokenTable(Store store) {
        this.store = store;
    }

    /** The token of this hash, or empty. */
    public Optional<StoredToken> find(String tokenHash) {
        return store.read(em -> em.createQuery("SELECT t FROM TokenRow t WHERE t.tokenHash = :hash", TokenRow.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .map(TokenRow::token)
                .findFirst());
    }

    /** The token of this id, or empty. */
    public Optional<StoredToken> byId(String id) {
        return store.read(em -> Optional.ofNullable(em.find(TokenRow.class, id)).map(TokenRow::token));
    }

    /** The tokens of an account, the newest first. */
    public List<StoredToken> of(String username) {
        return store.read(em -> em.createQuery(
                        "SELECT t FROM TokenRow t WHERE t.username = :name ORDER BY t.created DESC, t.id",
                        TokenRow.class)
                .setParameter("name", username)
                .getResultStream()
                .map(TokenRow::token)
                .toList());
    }

    /** The accounts whose tokens were used at that time or later. */
    public Set<String> usersSince(Instant limit) {
        return store.read(em -> em.createQuery(
                        "SELECT DISTINCT t.username FROM TokenRow t WHERE t.lastUsed >= :limit", String.class)
                .setParameter("limit", Date.from(limit))
                .getResultStream()
                .collect(Collectors.toSet()));
    }

    public void insert(StoredToken token) {
        store.change(em -> em.persist(new TokenRow(token)));
    }

    public void used(String id, Instant at) {
        store.change(em -> Optional.ofNullable(em.find(TokenRow.class, id)).ifPresent(row -> row.use(at)));
    }

    public void delete(String id) {
        store.change(em -> em.createQuery("DELETE FROM TokenRow t WHERE t.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }
}
