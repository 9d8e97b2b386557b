package org.jutong.identity.internal.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import org.jutong.identity.Holder;
import org.jutong.persistence.Store;

/**
 * What changed of that which nodes hold in memory, numbered in the order of the commits: the subject {@code last} has the
 * number of the last change of all, and its row is a lock that each change takes first and holds until its commit.
 */
public final class ChangeTable {

    public static final String ACCOUNT = "account:";
    public static final String GROUP = "group:";
    public static final String ROLES = "roles";
    public static final String ORGANISATIONS = "organisations";

    private static final String LAST = "last";

    private final Store store;

    public ChangeTable(Store store) {
        this.store = store;
    }

    /** The number of the last change. */
    public long last() {
        return store.read(em -> em.find(ChangeRow.class, LAST).change().revision());
    }

    /** The last change of each subject that has changed since that number, in their order. */
    public List<Change> since(long revision) {
        return store.read(em -> em.createQuery(
                        "SELECT c FROM ChangeRow c WHERE c.revision > :seen AND c.subject <> :last ORDER BY c.revision",
                        ChangeRow.class)
                .setParameter("seen", revision)
                .setParameter("last", LAST)
                .getResultStream()
                .map(ChangeRow::change)
                .toList());
    }

    /** Numbers a change of all these subjects, in a transaction of its own; its number. */
    public long note(List<String> subjects) {
        return store.write(em -> {
            long revision = next(em);
            Set<String> known = new HashSet<>(
                    em.createQuery("SELECT c.subject FROM ChangeRow c WHERE c.subject IN :subjects", String.class)
                            .setParameter("subjects", subjects)
                            .getResultList());
            if (!known.isEmpty()) {
                em.createQuery("UPDATE ChangeRow c SET c.revision = :revision WHERE c.subject IN :subjects")
                        .setParameter("revision", revision)
                        .setParameter("subjects", known)
                        .executeUpdate();
            }
            subjects.stream()
                    .filter(subject -> !known.contains(subject))
                    .forEach(subject -> em.persist(new ChangeRow(subject, revision)));
            return revision;
        });
    }

    static void note(EntityManager em, Holder holder) {
        note(em, holder instanceof Holder.User user ? ACCOUNT + user.username() : GROUP + ((Holder.Group) holder).id());
    }

    /** Call before the change itself: those who change something wait for each other here and nowhere else. */
    static void note(EntityManager em, String subject) {
        long revision = next(em);
        int known = em.createQuery("UPDATE ChangeRow c SET c.revision = :revision WHERE c.subject = :subject")
                .setParameter("revision", revision)
                .setParameter("subject", subject)
                .executeUpdate();
        if (known == 0) {
            em.persist(new ChangeRow(subject, revision));
            em.flush();
        }
    }

    /** The next number; those who take one wait for each other here until the commit. */
    private static long next(EntityManager em) {
        em.createQuery("UPDATE ChangeRow c SET c.revision = c.revision + 1 WHERE c.subject = :subject")
                .setParameter("subject", LAST)
                .executeUpdate();
        return em.createQuery("SELECT c.revision FROM ChangeRow c WHERE c.subject = :subject", Long.class)
                .setParameter("subject", LAST)
                .getSingleResult();
    }

    /** @param subject one of the constants, followed by the name where it ends in a colon */
    public record Change(String subject, long revision) {}
}
