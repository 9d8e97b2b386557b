package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.evidence.Kind;
import org.jutong.sitegroup.internal.evidence.Observation;
import org.jutong.sitegroup.internal.evidence.Observation.TakenBack;

/** The stored observations. */
public final class ObservationRows {

    private static final String SITE = "site";
    private static final String WITH_FILE =
            "SELECT o, f FROM SiteObservation o LEFT JOIN SiteFile f ON f.id = o.file WHERE ";

    private final Store store;

    /** Over the site group's tables. */
    public ObservationRows(Store store) {
        this.store = store;
    }

    /** Keeps it; what it is stored as. */
    public Observation add(Observation seen) {
        return store.write(em -> {
            ObservationRow row = new ObservationRow(seen);
            em.persist(row);
            seen.document().ifPresent(file -> em.find(FileRow.class, file.id()).use());
            em.flush();
            return row.observation(seen.document());
        });
    }

    /**
     * Ends it.
     *
     * @throws Problem {@code evidence_not_found} (404), {@code evidence_taken_back} (409)
     */
    public Observation takeBack(SiteCode site, long id, TakenBack end) {
        return store.write(em -> {
            ObservationRow row = em.find(ObservationRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || !row.isOf(site)) {
                throw Problem.notFound("evidence_not_found", String.valueOf(id));
            }
            if (row.hasEnded()) {
                throw Problem.conflict("evidence_taken_back", String.valueOf(id));
            }
            row.end(end);
            em.flush();
            return found(em, site, id);
        });
    }

    /** @throws Problem {@code evidence_not_found} (404) */
    public Observation find(SiteCode site, long id) {
        return store.read(em -> found(em, site, id));
    }

    private static Observation found(EntityManager em, SiteCode site, long id) {
        return observations(em.createQuery(WITH_FILE + "o.site = :site AND o.id = :id", Object[].class)
                        .setParameter(SITE, site.value())
                        .setParameter("id", id)
                        .getResultStream())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("evidence_not_found", String.valueOf(id)));
    }

    /** Those of a site, the newest first. */
    public List<Observation> newest(SiteCode site, boolean standing, long before, int limit) {
        return store.read(em -> observations(em.createQuery(
                                WITH_FILE + "o.site = :site AND o.id < :before"
                                        + (standing ? " AND o.endedAt IS NULL" : "") + " ORDER BY o.id DESC",
                                Object[].class)
                        .setParameter(SITE, site.value())
                        .setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultStream())
                .toList());
    }

    /** Those of these sites that stand; of what grows old by itself only from this day on. Without documents. */
    public List<Observation> standing(Set<SiteCode> sites, LocalDate from) {
        return store.read(em -> em.createQuery(
                        "SELECT o FROM SiteObservation o WHERE o.site IN :sites AND o.endedAt IS NULL"
                                + " AND (o.day >= :from OR o.kind NOT IN :passing) ORDER BY o.id",
                        ObservationRow.class)
                .setParameter("sites", sites.stream().map(SiteCode::value).toList())
                .setParameter("from", from)
                .setParameter("passing", passing())
                .getResultStream()
                .map(row -> row.observation(Optional.empty()))
                .toList());
    }

    /** Forgets what has no document and was taken back before this time, or grew old before this day. */
    public void forget(LocalDate day, Instant time) {
        store.change(em -> em.createQuery("DELETE FROM SiteObservation o WHERE o.file IS NULL"
                        + " AND (o.endedAt < :time OR o.day < :day AND o.kind IN :passing)")
                .setParameter("time", time)
                .setParameter("day", day)
                .setParameter("passing", passing())
                .executeUpdate());
    }

    private static List<String> passing() {
        return Kind.passing().stream().map(Kind::name).toList();
    }

    private static Stream<Observation> observations(Stream<Object[]> rows) {
        return rows.map(row -> ((ObservationRow) row[0])
                .observation(Optional.ofNullable((FileRow) row[1]).map(FileRow::file)));
    }
}
