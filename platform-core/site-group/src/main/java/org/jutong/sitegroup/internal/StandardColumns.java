package org.jutong.sitegroup.internal;

import java.util.List;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.StandardColumn;
import org.jutong.columns.drift.SiteColumn;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;

/** The columns of a site as the standard has them. */
public final class StandardColumns {

    private StandardColumns() {}

    /** The columns that a version gives to such a site. */
    public static List<Column> of(ColumnStandard standard, Site site) {
        String level = level(site);
        return SiteColumn.of(standard, level, region(site)).stream()
                .map(c -> column(site, c, standard.column(level, c.key()).orElseThrow()))
                .toList();
    }

    /** The columns as the standard compares them. */
    public static List<SiteColumn> siteColumns(List<Column> columns) {
        return columns.stream().map(StandardColumns::siteColumn).toList();
    }

    /** A column as the standard compares it. */
    public static SiteColumn siteColumn(Column c) {
        return new SiteColumn(c.key(), c.name(), c.parent(), c.type(), c.clock(), c.position());
    }

    /** The level under which the standard keeps such a site. */
    public static String level(Site site) {
        return site.kind().standardLevel(site.level());
    }

    /** The short name that titles of columns have. */
    public static String region(Site site) {
        return RegionName.shortOf(site.regionName());
    }

    private static Column column(Site site, SiteColumn c, StandardColumn rule) {
        return new Column(
                site.code(),
                c.key(),
                c.name(),
                c.parent(),
                c.type(),
                rule.description(),
                rule.keywords(),
                c.clock(),
                c.order());
    }
}
