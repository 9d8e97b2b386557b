package org.jutong.identity.internal.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.Grant;
import org.jutong.persistence.Store;

/** Accounts and grants as stored. */
public final class AccountTable {

    private final Store store;

    public AccountTable(Store store) {
        this.store = store;
    }

    /** All accounts, by name. */
    public List<StoredAccount> all() {
        return store.read(em -> {
            Map<String, List<Grant>> grants = em.createQuery(
                            "SELECT g FROM GrantRow g ORDER BY g.site, g.role", GrantRow.class)
                    .getResultStream()
                    .collect(groupingBy(GrantRow::username, mapping(GrantRow::grant, toList())));
            return em.createQuery("SELECT a FROM AccountRow a ORDER BY a.username", AccountRow.class)
                    .getResultStream()
                    .map(a -> a.with(grants.getOrDefault(a.username(), List.of())))
                    .toList();
        });
    }

    /** @throws org.jutong.persistence.DuplicateKey where the name is taken */
    public void insert(Account account, Instant created) {
        store.change(em -> {
            em.persist(new AccountRow(account, created));
            em.flush(); // the grants' foreign key wants the account first
            account.grants().stream().distinct().forEach(grant -> em.persist(new GrantRow(account.username(), grant)));
        });
    }

    /** Does nothing where there is no such account. */
    public void setDisabled(String username, boolean disabled) {
        store.change(
                em -> Optional.ofNullable(em.find(AccountRow.class, username)).ifPresent(row -> row.disable(disabled)));
    }
}
