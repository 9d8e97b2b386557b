package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import org.jutong.persistence.Store;
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

    /** All columns of all sites, by site and position. */
    public List<Column> columns() {
        return store.read(
                em -> em.createQuery("SELECT c FROM SiteColumn c ORDER BY c.site, c.position", ColumnRow.class)
                        .getResultStream()
                        .map(ColumnRow::column)
                        .toList());
    }

    /** Adds a site with its columns, in one transaction. */
    public void add(Site site, List<Column> columns, String standard, String by, Instant at) {
        store.change(em -> {
            em.persist(new SiteRow(site, standard, by, at));
            em.flush();
            for (int i = 0; i < columns.size(); i++) {
                em.persist(new ColumnRow(columns.get(i), i));
            }
        });
    }
}
