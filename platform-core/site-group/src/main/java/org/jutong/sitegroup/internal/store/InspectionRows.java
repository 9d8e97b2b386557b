package org.jutong.sitegroup.internal.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.inspection.Inspected;
import org.jutong.sitegroup.internal.inspection.Report;

/** What inspections go by and what they came to. */
public final class InspectionRows {

    private static final String SITES = "sites";

    /** Derby does not compare a boolean with what JPA makes of a literal. */
    private static final String YES = "yes";

    private final BeijingTime time = new BeijingTime();
    private final Store store;

    /** Over the site group's tables. */
    public InspectionRows(Store store) {
        this.store = store;
    }

    /**
     * When something was last published in each column that shows anything, of all sites from the first to the last: one
     * statement over one range of one index.
     */
    public Map<SiteCode, Map<String, Instant>> lastPublished(SiteCode first, SiteCode last) {
        return store.read(em -> {
            Map<SiteCode, Map<String, Instant>> found = new HashMap<>();
            em.createQuery(
                            "SELECT p.site, p.column, MAX(p.published) FROM Placement p"
                                    + " WHERE p.site BETWEEN :first AND :last GROUP BY p.site, p.column",
                            Object[].class)
                    .setParameter("first", first.value())
                    .setParameter("last", last.value())
                    .getResultStream()
                    .forEach(row -> found.computeIfAbsent(new SiteCode((String) row[0]), site -> new HashMap<>())
                            .put((String) row[1], instant(row[2])));
            return found;
        });
    }

    /** The versions of the standard that these sites have. */
    public Map<SiteCode, String> standards(SiteCode first, SiteCode last) {
        return store.read(em -> {
            Map<SiteCode, String> found = new HashMap<>();
            em.createQuery(
                            "SELECT s.code, s.standard FROM Site s WHERE s.code BETWEEN :first AND :last",
                            Object[].class)
                    .setParameter("first", first.value())
                    .setParameter("last", last.value())
                    .getResultStream()
                    .forEach(row -> found.put(new SiteCode((String) row[0]), (String) row[1]));
            return found;
        });
    }

    /**
     * Keeps them as the newest of their sites; one of the same day goes, of older ones the report.
     *
     * @param reports of all of them, at least one
     * @param day on which all were inspected
     */
    public void save(LocalDate day, Map<Inspected, Report> reports) {
        List<String> sites =
                reports.keySet().stream().map(i -> i.site().value()).toList();
        store.change(em -> {
            em.createQuery("DELETE FROM SiteInspection i WHERE i.site IN :sites AND i.day = :day")
                    .setParameter(SITES, sites)
                    .setParameter("day", day)
                    .executeUpdate();
            em.createQuery("UPDATE SiteInspection i SET i.newest = :no WHERE i.site IN :sites AND i.newest = :yes")
                    .setParameter("no", false)
                    .setParameter(YES, true)
                    .setParameter(SITES, sites)
                    .executeUpdate();
            em.createQuery("DELETE FROM SiteInspectionReport r WHERE r.site IN :sites")
                    .setParameter(SITES, sites)
                    .executeUpdate();
            reports.forEach((inspected, report) -> {
                em.persist(new InspectionRow(inspected));
                em.persist(new InspectionReportRow(inspected.site(), report));
            });
        });
    }

    /** The report of the newest of the site. */
    public Optional<Report> report(SiteCode site) {
        return store.read(em -> Optional.ofNullable(em.find(InspectionReportRow.class, site.value()))
                .map(InspectionReportRow::report));
    }

    /** The newest of the site. */
    public Optional<Inspected> newest(SiteCode site) {
        return store.read(em -> em.createQuery(
                        "SELECT i FROM SiteInspection i WHERE i.site = :site AND i.newest = :yes", InspectionRow.class)
                .setParameter(YES, true)
                .setParameter("site", site.value())
                .getResultStream()
                .findFirst()
                .map(InspectionRow::inspected));
    }

    /** The newest of all sites, the worst first, behind this place and site. */
    public List<Inspected> worst(Optional<String> verdict, long place, String site, int limit) {
        return store.read(em -> {
            TypedQuery<InspectionRow> query = em.createQuery(
                    "SELECT i FROM SiteInspection i WHERE i.newest = :yes"
                            + " AND (i.place > :place OR i.place = :place AND i.site > :site)"
                            + verdict.map(v -> " AND i.verdict = :verdict").orElse("") + " ORDER BY i.place, i.site",
                    InspectionRow.class);
            verdict.ifPresent(v -> query.setParameter("verdict", v));
            return query.setParameter(YES, true)
                    .setParameter("place", place)
                    .setParameter("site", site)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(InspectionRow::inspected)
                    .toList();
        });
    }

    /** How many sites came to each verdict. */
    public Map<String, Long> verdicts() {
        return store.read(em -> {
            Map<String, Long> counts = new HashMap<>();
            em.createQuery(
                            "SELECT i.verdict, COUNT(i.site) FROM SiteInspection i WHERE i.newest = :yes GROUP BY i.verdict",
                            Object[].class)
                    .setParameter(YES, true)
                    .getResultStream()
                    .forEach(row -> counts.put((String) row[0], (Long) row[1]));
            return counts;
        });
    }

    /** Forgets what older inspections came to. */
    public void forget(LocalDate before) {
        store.change(em -> em.createQuery("DELETE FROM SiteInspection i WHERE i.day < :before AND i.newest = :no")
                .setParameter("no", false)
                .setParameter("before", before)
                .executeUpdate());
    }

    /** Does the work of a night where nobody did; false where somebody did. */
    public boolean onceANight(String kind, LocalDate day, Runnable work) {
        NightRow.Key key = new NightRow.Key(kind, day);
        if (store.read(em -> em.find(NightRow.class, key) != null)) {
            return false;
        }
        try {
            store.change(em -> {
                em.persist(new NightRow(kind, day));
                em.flush();
                work.run();
            });
            return true;
        } catch (DuplicateKey another) {
            return false;
        }
    }

    private Instant instant(Object value) {
        return value instanceof Timestamp stored ? time.convertToEntityAttribute(stored) : (Instant) value;
    }
}
