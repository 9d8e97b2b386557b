package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.jutong.columns.lint.Finding;
import org.jutong.columns.lint.Severity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.lint.SiteFinding;

/** The linter's findings on sites, and the articles that it looks at. */
public final class FindingRows {

    private static final String SITE = "site";

    private final Store store;

    /** Over the site group's tables. */
    public FindingRows(Store store) {
        this.store = store;
    }

    /** Keeps what a task found; what was found before keeps its address and its beginning. */
    public void found(SiteCode site, List<Finding> found, long task, Instant at) {
        store.change(em -> found.forEach(each -> {
            FindingRow row = em.find(FindingRow.class, new FindingRow.Key(site, each.id()));
            if (row == null) {
                row = new FindingRow(site, each, at);
                row.found(each, task, at);
                em.persist(row);
            } else {
                row.found(each, task, at);
            }
        }));
    }

    /** Marks what is open and was not found by this task; how many those are. */
    public int mendOthers(SiteCode site, long task, Instant at) {
        return store.write(em -> em.createQuery("UPDATE SiteFinding f SET f.mendedAt = :now, f.lastAt = :now"
                        + " WHERE f.site = :site AND f.mendedAt IS NULL AND f.task <> :task")
                .setParameter("now", at)
                .setParameter(SITE, site.value())
                .setParameter("task", task)
                .executeUpdate());
    }

    /** Writes down that it was looked for. @throws Problem {@code finding_not_found} (404) */
    public SiteFinding checked(SiteCode site, String id, boolean isThere, Instant at) {
        return store.write(em -> {
            FindingRow row = em.find(FindingRow.class, new FindingRow.Key(site, id));
            if (row == null) {
                throw Problem.notFound("finding_not_found", id);
            }
            row.checked(isThere, at);
            return row.finding();
        });
    }

    /** The finding, or empty. */
    public Optional<SiteFinding> find(SiteCode site, String id) {
        return store.read(em -> Optional.ofNullable(em.find(FindingRow.class, new FindingRow.Key(site, id)))
                .map(FindingRow::finding));
    }

    /** The findings of the site, the worst first and by page, behind the one given. */
    public List<SiteFinding> worst(
            SiteCode site,
            SiteFinding.State state,
            Optional<Severity> severity,
            Optional<SiteFinding> after,
            int limit) {
        String where = switch (state) {
            case OPEN -> " AND f.mendedAt IS NULL";
            case MENDED -> " AND f.mendedAt IS NOT NULL";
            case ALL -> "";
        };
        String behind = " AND (f.gravity > :gravity OR f.gravity = :gravity AND (f.page > :page"
                + " OR f.page = :page AND f.finding > :finding))";
        return store.read(em -> {
            TypedQuery<FindingRow> query = em.createQuery(
                    "SELECT f FROM SiteFinding f WHERE f.site = :site" + where
                            + severity.map(s -> " AND f.gravity = :severity").orElse("")
                            + after.map(a -> behind).orElse("")
                            + " ORDER BY f.gravity, f.page, f.finding",
                    FindingRow.class);
            severity.ifPresent(s -> query.setParameter("severity", s.ordinal()));
            after.ifPresent(a -> query.setParameter("gravity", a.severity().ordinal())
                    .setParameter("page", a.page())
                    .setParameter("finding", a.id()));
            return query.setParameter(SITE, site.value())
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(FindingRow::finding)
                    .toList();
        });
    }

    /** How many are open. */
    public long open(SiteCode site) {
        return store.read(em -> em.createQuery(
                        "SELECT COUNT(f.finding) FROM SiteFinding f WHERE f.site = :site AND f.mendedAt IS NULL",
                        Long.class)
                .setParameter(SITE, site.value())
                .getSingleResult());
    }

    /** Forgets what was mended long ago. */
    public void forget(SiteCode site, Instant before) {
        store.change(em -> em.createQuery("DELETE FROM SiteFinding f WHERE f.site = :site AND f.mendedAt < :before")
                .setParameter(SITE, site.value())
                .setParameter("before", before)
                .executeUpdate());
    }

    /** The numbers of the articles that are shown on the site, in their order, behind this one. */
    public List<Long> articles(SiteCode site, long after, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT p.article FROM Placement p WHERE p.site = :site AND p.article > :after ORDER BY p.article",
                        Long.class)
                .setParameter(SITE, site.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    /** How many those are. */
    public int articlesAfter(SiteCode site, long after) {
        return store.read(em -> em.createQuery(
                                "SELECT COUNT(p.article) FROM Placement p WHERE p.site = :site AND p.article > :after",
                                Long.class)
                        .setParameter(SITE, site.value())
                        .setParameter("after", after)
                        .getSingleResult())
                .intValue();
    }
}
