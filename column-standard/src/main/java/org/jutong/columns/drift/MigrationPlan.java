package org.jutong.columns.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jutong.columns.ColumnStandard;

/**
 * The way from a site's columns to a version of the standard, in steps that are taken in this order. Immutable.
 *
 * @param version the version to which the way leads; that of the site before it on the way back
 * @param steps what is to be done; empty where nothing is
 */
public record MigrationPlan(String version, List<Step> steps) {

    public MigrationPlan {
        steps = List.copyOf(steps);
    }

    /**
     * The way to a version. Columns of the site's own stay where the standard allows them and are retired where it does
     * not; below a column that goes, they move to the column that takes its articles.
     *
     * @param levelId a level of the standard
     * @param region the short name that stands for {@code {region}} in titles
     * @param columns the site's columns in any order
     * @throws IllegalArgumentException for a level that the standard does not have, or a key that is there twice,
     *     or a column below one that is not there
     */
    public static MigrationPlan to(ColumnStandard standard, String levelId, String region, List<SiteColumn> columns) {
        return new MigrationPlan(standard.version(), new Planner(standard, levelId, region, columns).steps());
    }

    /**
     * The columns after the last step.
     *
     * @param columns those for which the plan was made
     * @return in order: by the column above, then by place
     */
    public List<SiteColumn> applyTo(List<SiteColumn> columns) {
        List<SiteColumn> now = columns;
        for (Step step : steps) {
            now = step.applyTo(now);
        }
        return now.stream().sorted(SiteColumn.IN_ORDER).toList();
    }

    /**
     * The way back.
     *
     * @param earlier the version that the site had before
     */
    public MigrationPlan inverse(String earlier) {
        List<Step> back = new ArrayList<>();
        steps.forEach(step -> back.add(step.inverse()));
        Collections.reverse(back);
        return new MigrationPlan(earlier, back);
    }
}
