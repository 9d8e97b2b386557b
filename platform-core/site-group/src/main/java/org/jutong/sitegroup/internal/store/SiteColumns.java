package org.jutong.sitegroup.internal.store;

import java.util.List;
import javax.persistence.EntityManager;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;

/** All columns of one site: those that it has, and those that it had. */
public record SiteColumns(List<Column> columns, List<FormerColumn> former) {

    static SiteColumns of(EntityManager em, SiteCode site) {
        List<ColumnRow> rows = em.createQuery("SELECT c FROM SiteColumn c WHERE c.site = :site", ColumnRow.class)
                .setParameter("site", site.value())
                .getResultList();
        return new SiteColumns(
                rows.stream()
                        .filter(row -> !row.isRetired())
                        .map(ColumnRow::column)
                        .toList(),
                rows.stream()
                        .filter(ColumnRow::isRetired)
                        .map(ColumnRow::former)
                        .toList());
    }
}
