package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.TypedQuery;
import org.jutong.identity.Citizens.State;
import org.jutong.persistence.Store;

/** Citizens' accounts as stored. */
public final class CitizenTable {

    private final Store store;

    public CitizenTable(Store store) {
        this.store = store;
    }

    public Optional<StoredCitizen> find(long id) {
        return store.read(
                em -> Optional.ofNullable(em.find(CitizenRow.class, id)).map(CitizenRow::stored));
    }

    public Optional<StoredCitizen> findByMobile(String mobile) {
        return store.read(em -> em.createQuery("SELECT c FROM CitizenRow c WHERE c.mobile = :mobile", CitizenRow.class)
                .setParameter("mobile", mobile)
                .getResultStream()
                .findFirst()
                .map(CitizenRow::stored));
    }

    /** Newest first; part of a name is looked for as it is written. */
    public List<StoredCitizen> list(Optional<String> mobile, Optional<String> name, long before, int limit) {
        return store.read(em -> {
            TypedQuery<CitizenRow> query = em.createQuery(
                            "SELECT c FROM CitizenRow c WHERE c.id < :before"
                                    + (mobile.isPresent() ? " AND c.mobile = :mobile" : "")
                                    + (name.isPresent() ? " AND LOCATE(:name, c.name) > 0" : "")
                                    + " ORDER BY c.id DESC",
                            CitizenRow.class)
                    .setParameter("before", before)
                    .setMaxResults(limit);
            mobile.ifPresent(value -> query.setParameter("mobile", value));
            name.ifPresent(value -> query.setParameter("name", value));
            return query.getResultStream().map(CitizenRow::stored).toList();
        });
    }

    /** @throws org.jutong.persistence.DuplicateKey where the mobile number has an account */
    public StoredCitizen insert(String mobile, String name, Instant created) {
        return store.write(em -> {
            CitizenRow row = new CitizenRow(mobile, name, created);
            em.persist(row);
            em.flush();
            return row.stored();
        });
    }

    /** @throws org.jutong.persistence.DuplicateKey where the mobile number has another account */
    public void setMobile(long id, String mobile) {
        change(id, row -> row.mobile(mobile));
    }

    public void setState(long id, State state) {
        change(id, row -> row.state(state));
    }

    /** @throws org.jutong.persistence.DuplicateKey where the number is another account's */
    public void setRealName(long id, String hash, String masked) {
        change(id, row -> row.realName(hash, masked));
    }

    /** Closes the account and forgets who it was. */
    public void erase(long id) {
        change(id, CitizenRow::erase);
    }

    private void change(long id, Consumer<CitizenRow> change) {
        store.change(em -> {
            Optional.ofNullable(em.find(CitizenRow.class, id)).ifPresent(change);
            em.flush();
        });
    }
}
