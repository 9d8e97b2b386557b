package org.jutong.sitegroup.internal.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;

/** The content of one site, shown on another and in the end handed over to it. */
public final class MoveRows {

    private static final String SITE = "site";
    private static final String TARGET = "target";

    private final Store store;

    /** Over the site group's tables. */
    public MoveRows(Store store) {
        this.store = store;
    }

    /** The keys of the columns that something was written for or is shown in, by name. */
    public Set<String> columnsWithContent(SiteCode site) {
        return store.read(em -> {
            Set<String> keys = new TreeSet<>(
                    em.createQuery("SELECT DISTINCT p.column FROM Placement p WHERE p.site = :site", String.class)
                            .setParameter(SITE, site.value())
                            .getResultList());
            keys.addAll(em.createQuery("SELECT DISTINCT a.column FROM Article a WHERE a.owner = :site", String.class)
                    .setParameter(SITE, site.value())
                    .getResultList());
            return keys;
        });
    }

    /** Shows on the target what the site shows and the target does not yet; how many articles that were. */
    public int copy(SiteCode site, SiteCode target, Map<String, String> columns) {
        return store.write(em -> {
            List<PlacementRow> shown = em.createQuery(
                            "SELECT p FROM Placement p WHERE p.site = :site", PlacementRow.class)
                    .setParameter(SITE, site.value())
                    .getResultList();
            // looked up one by one, because a site above may show far more than comes from this one
            List<PlacementRow> missing = shown.stream()
                    .filter(row ->
                            em.find(PlacementRow.class, new PlacementRow.Key(row.article(), target.value())) == null)
                    .map(row -> row.movedTo(target.value(), columns.getOrDefault(row.column(), row.column())))
                    .toList();
            missing.forEach(em::persist);
            ArticleChanges.note(em, missing.stream().map(PlacementRow::article).toList());
            return missing.size();
        });
    }

    /** Takes off the target what {@link #copy} put there. */
    public void takeBack(SiteCode site, SiteCode target) {
        store.change(em -> {
            ArticleChanges.noteAll(em, site);
            em.createQuery("DELETE FROM Placement p WHERE p.site = :target AND p.movedFrom = :site")
                    .setParameter(TARGET, target.value())
                    .setParameter(SITE, site.value())
                    .executeUpdate();
        });
    }

    /** The site shows nothing any more, and what it wrote belongs to the target. */
    public void handOver(SiteCode site, SiteCode target, Map<String, String> columns) {
        store.change(em -> {
            ArticleChanges.noteAll(em, site);
            em.createQuery("DELETE FROM Placement p WHERE p.site = :site")
                    .setParameter(SITE, site.value())
                    .executeUpdate();
            em.createQuery("UPDATE Placement p SET p.movedFrom = NULL WHERE p.site = :target AND p.movedFrom = :site")
                    .setParameter(TARGET, target.value())
                    .setParameter(SITE, site.value())
                    .executeUpdate();
            columns.forEach((from, to) -> em.createQuery("UPDATE Article a SET a.owner = :target, a.column = :to"
                            + " WHERE a.owner = :site AND a.column = :from")
                    .setParameter(TARGET, target.value())
                    .setParameter("to", to)
                    .setParameter("from", from)
                    .setParameter(SITE, site.value())
                    .executeUpdate());
            em.createQuery("UPDATE Article a SET a.owner = :target WHERE a.owner = :site")
                    .setParameter(TARGET, target.value())
                    .setParameter(SITE, site.value())
                    .executeUpdate();
        });
    }
}
