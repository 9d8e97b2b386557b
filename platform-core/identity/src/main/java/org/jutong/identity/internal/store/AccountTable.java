package org.jutong.identity.internal.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jutong.identity.Grant;
import org.jutong.persistence.Store;

/** Accounts as stored. */
public final class AccountTable {

    private final Store store;

    public AccountTable(Store store) {
        this.store = store;
    }

    /** All accounts, by name. */
    public List<StoredAccount> all() {
        return store.read(em -> {
            Map<String, List<Grant>> grants = em.createQuery(
                            "SELECT g FROM GrantRow g WHERE g.username IS NOT NULL ORDER BY g.id", GrantRow.class)
                    .getResultStream()
                    .collect(groupingBy(GrantRow::username, mapping(GrantRow::grant, toList())));
            Map<String, Set<String>> groups = em.createQuery("SELECT m FROM MemberRow m", MemberRow.class)
                    .getResultStream()
                    .collect(groupingBy(MemberRow::username, mapping(MemberRow::group, toSet())));
            return em.createQuery("SELECT a FROM AccountRow a ORDER BY a.username", AccountRow.class)
                    .getResultStream()
                    .map(a -> a.with(
                            grants.getOrDefault(a.username(), List.of()), groups.getOrDefault(a.username(), Set.of())))
                    .toList();
        });
    }

    public Optional<StoredAccount> find(String username) {
        return store.read(em -> Optional.ofNullable(em.find(AccountRow.class, username))
                .map(row -> row.with(
                        em.createQuery(
                                        "SELECT g FROM GrantRow g WHERE g.username = :name ORDER BY g.id",
                                        GrantRow.class)
                                .setParameter("name", username)
                                .getResultStream()
                                .map(GrantRow::grant)
                                .toList(),
                        em.createQuery("SELECT m FROM MemberRow m WHERE m.username = :name", MemberRow.class)
                                .setParameter("name", username)
                                .getResultStream()
                                .map(MemberRow::group)
                                .collect(toSet()))));
    }

    /** @throws org.jutong.persistence.DuplicateKey where the name is taken */
    public void insert(
            String username, String displayName, Optional<Long> organisation, String source, Instant created) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.ACCOUNT + username);
            em.persist(new AccountRow(username, displayName, organisation, source, created));
            em.flush(); // grants have a foreign key to it
        });
    }

    public void change(String username, String displayName, Optional<Long> organisation) {
        update(username, row -> row.change(displayName, organisation));
    }

    public void disable(String username) {
        update(username, AccountRow::disable);
    }

    public void enable(String username, Instant now) {
        update(username, row -> row.enable(now));
    }

    public void fallAsleep(String username) {
        update(username, AccountRow::fallAsleep);
    }

    /** No change that other nodes must follow: what they decide by it, they read anew. */
    public void signedIn(String username, Instant now) {
        store.change(
                em -> Optional.ofNullable(em.find(AccountRow.class, username)).ifPresent(row -> row.signedIn(now)));
    }

    private void update(String username, Consumer<AccountRow> change) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.ACCOUNT + username);
            Optional.ofNullable(em.find(AccountRow.class, username)).ifPresent(change);
        });
    }
}
