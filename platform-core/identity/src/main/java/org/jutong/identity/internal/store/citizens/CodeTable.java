package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;

/** Codes that were asked for. */
public final class CodeTable {

    /** A number of tries that nobody comes to: Derby and EclipseLink do not agree on booleans in queries. */
    private static final int SPENT = 1000;

    private final Store store;

    public CodeTable(Store store) {
        this.store = store;
    }

    public void insert(StoredCode code, String address) {
        store.change(em -> em.persist(new CodeRow(code, address)));
    }

    /** When codes for this number were asked for since then, the latest first. */
    public List<Instant> forMobile(String mobile, Instant since) {
        return times("mobile", mobile, since);
    }

    /** When codes were asked for from this network address since then, the latest first. */
    public List<Instant> fromAddress(String address, Instant since) {
        return times("address", address, since);
    }

    private List<Instant> times(String field, String value, Instant since) {
        return store.read(em -> em.createQuery(
                        "SELECT c.created FROM CodeRow c WHERE c." + field
                                + " = :value AND c.created > :since ORDER BY c.created DESC",
                        Date.class)
                .setParameter("value", value)
                .setParameter("since", Date.from(since))
                .getResultStream()
                .map(Date::toInstant)
                .toList());
    }

    /** The code of this ticket, unless it is spent. */
    public Optional<StoredCode> find(String ticketHash) {
        return store.read(em -> em.createQuery(
                        "SELECT c FROM CodeRow c WHERE c.ticketHash = :t AND c.tries < :spent", CodeRow.class)
                .setParameter("t", ticketHash)
                .setParameter("spent", SPENT)
                .getResultStream()
                .findFirst()
                .map(CodeRow::stored));
    }

    /** Counts a try; false where the ticket is unknown or spent, or its tries are used up. */
    public boolean tryOnce(String ticketHash, int most) {
        return 1
                == store.<Integer>write(em -> em.createQuery("UPDATE CodeRow c SET c.tries = c.tries + 1"
                                + " WHERE c.ticketHash = :t AND c.tries < :most")
                        .setParameter("t", ticketHash)
                        .setParameter("most", most)
                        .executeUpdate());
    }

    /** Spends it; false where somebody else just has. */
    public boolean spend(String ticketHash) {
        return 1
                == store.<Integer>write(em -> em.createQuery(
                                "UPDATE CodeRow c SET c.tries = :spent WHERE c.ticketHash = :t AND c.tries < :spent")
                        .setParameter("t", ticketHash)
                        .setParameter("spent", SPENT)
                        .executeUpdate());
    }

    /** Forgets codes from before then. */
    public void deleteBefore(Instant time) {
        store.change(em -> em.createQuery("DELETE FROM CodeRow c WHERE c.created <= :time")
                .setParameter("time", Date.from(time))
                .executeUpdate());
    }

    /** Forgets the codes for this number. */
    public void deleteOf(String mobile) {
        store.change(em -> em.createQuery("DELETE FROM CodeRow c WHERE c.mobile = :mobile")
                .setParameter("mobile", mobile)
                .executeUpdate());
    }
}
