package org.jutong.sitegroup.internal.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;

/** The stored sites and their columns. */
public final class SiteRows {

    private final Store store;

    /** Over the site group's tables. */
    public SiteRows(Store store) {
        this.store = store;
    }

    /** All sites, by code. */
    public List<Site> sites() {
        return store.read(em -> em.createQuery("SELECT s FROM Site s ORDER BY s.code", SiteRow.class)
                .getResultStream()
                .map(SiteRow::site)
                .toList());
    }

    /** Those of these sites that there are. */
    public List<Site> sites(Collection<SiteCode> codes) {
        return store.read(em -> em.createQuery("SELECT s FROM Site s WHERE s.code IN :codes", SiteRow.class)
                .setParameter("codes", codes.stream().map(SiteCode::value).toList())
                .getResultStream()
                .map(SiteRow::site)
                .toList());
    }

    /** All columns of one site. */
    public SiteColumns columns(SiteCode site) {
        return store.read(em -> SiteColumns.of(em, site));
    }

    /** All columns of all sites that are in use, in any order. */
    public List<Column> columns() {
        return store.read(em -> em.createQuery("SELECT c FROM SiteColumn c WHERE c.retired = :no", ColumnRow.class)
                .setParameter("no", false)
                .getResultStream()
                .map(ColumnRow::column)
                .toList());
    }

    /** All columns that sites had, in any order. */
    public List<FormerColumn> formerColumns() {
        return store.read(em -> em.createQuery("SELECT c FROM SiteColumn c WHERE c.retired = :yes", ColumnRow.class)
                .setParameter("yes", true)
                .getResultStream()
                .map(ColumnRow::former)
                .toList());
    }

    /**
     * Adds sites with their columns, in one transaction.
     *
     * @param sites each after the one above it
     * @param step the first step of a site's life
     */
    public void add(List<Site> sites, List<Column> columns, String standard, Function<Site, NewStep> step) {
        store.change(em -> {
            List<NewStep> steps = sites.stream().map(step).toList();
            Set<SiteCode> waiting = new HashSet<>();
            for (int i = 0; i < sites.size(); i++) {
                Site site = sites.get(i);
                if (site.parent().filter(waiting::contains).isPresent()) {
                    em.flush();
                    waiting.clear();
                }
                em.persist(new SiteRow(
                        site, standard, steps.get(i).by(), steps.get(i).at()));
                waiting.add(site.code());
            }
            em.flush();
            steps.forEach(first -> StepRows.add(em, first));
            add(em, columns);
        });
    }

    /** Adds columns to sites that had none. */
    public void addColumns(List<Column> columns) {
        store.change(em -> add(em, columns));
    }

    private static void add(EntityManager em, List<Column> columns) {
        columns.forEach(column -> em.persist(new ColumnRow(column)));
    }
}
