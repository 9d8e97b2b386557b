package org.jutong.sitegroup.internal.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.columns.drift.Step;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;

/** Changes of a site's columns that belong to no version of the standard. */
public final class OwnColumnRows {

    private final Store store;

    /** Over the site group's tables. */
    public OwnColumnRows(Store store) {
        this.store = store;
    }

    /** What a site has at the moment, and by which version. */
    public record Found(String version, SiteColumns columns) {}

    /**
     * What is to be done.
     *
     * @param described puts in description and keywords
     */
    public record Change(List<Step> steps, UnaryOperator<Column> described) {}

    /** Takes steps while nobody else changes the site's columns; nothing takes them back. */
    public SiteColumns change(SiteCode site, Function<Found, Change> plan) {
        return store.write(em -> {
            SiteRow row = em.find(SiteRow.class, site.value(), LockModeType.PESSIMISTIC_WRITE);
            Change change = plan.apply(new Found(row.standard(), SiteColumns.of(em, site)));
            new ColumnSteps(em, site, change.described(), OptionalLong.empty()).takeAll(change.steps());
            return SiteColumns.of(em, site);
        });
    }

    /** How many articles were written for the column or are shown in it. */
    public long articles(SiteCode site, String column) {
        return store.read(em -> Math.max(
                count(em, "SELECT COUNT(a) FROM Article a WHERE a.owner = :site AND a.column = :column", site, column),
                count(
                        em,
                        "SELECT COUNT(p) FROM Placement p WHERE p.site = :site AND p.column = :column",
                        site,
                        column)));
    }

    private static long count(EntityManager em, String query, SiteCode site, String column) {
        return em.createQuery(query, Long.class)
                .setParameter("site", site.value())
                .setParameter("column", column)
                .getSingleResult();
    }
}
