package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.jutong.identity.Accounts;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.persistence.Store;

/** Grants as stored. */
public final class GrantTable {

    private final Store store;

    public GrantTable(Store store) {
        this.store = store;
    }

    public Optional<Grant> find(long id) {
        return store.read(em -> Optional.ofNullable(em.find(GrantRow.class, id)).map(GrantRow::grant));
    }

    public Grant insert(Holder holder, NewGrant grant, String by, Instant at, Optional<String> handedOverFrom) {
        return store.write(em -> {
            ChangeTable.note(em, holder);
            GrantRow row = new GrantRow(holder, grant, by, at, handedOverFrom);
            em.persist(row);
            return row.grant();
        });
    }

    /** Does nothing where there is no such grant. */
    public void delete(long id) {
        store.change(em -> Optional.ofNullable(em.find(GrantRow.class, id)).ifPresent(row -> {
            ChangeTable.note(em, row.grant().holder());
            em.remove(row);
        }));
    }

    /** Makes whoever could take the last administrator away stand in one line until the end of the transaction. */
    public void lockAdministrators() {
        store.change(em -> em.find(RoleRow.class, Accounts.ADMINISTRATOR, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The accounts that may sign in and hold the administrator's office on the whole platform without an end.
     */
    public List<String> administrators(Instant now) {
        return store.write(em -> {
            em.flush();
            return em.createQuery(
                            "SELECT a FROM AccountRow a WHERE EXISTS (SELECT g FROM GrantRow g WHERE g.role = :role"
                                    + " AND g.kind = 'everywhere' AND g.validUntil IS NULL"
                                    + " AND (g.validFrom IS NULL OR g.validFrom <= :now)"
                                    + " AND (g.username = a.username OR g.groupId IN (SELECT m.groupId"
                                    + " FROM MemberRow m WHERE m.username = a.username))) ORDER BY a.username",
                            AccountRow.class)
                    .setParameter("role", Accounts.ADMINISTRATOR)
                    .setParameter("now", Date.from(now))
                    .getResultStream()
                    .filter(AccountRow::isActive)
                    .map(AccountRow::username)
                    .toList();
        });
    }
}
