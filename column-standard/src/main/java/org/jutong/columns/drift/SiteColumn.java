package org.jutong.columns.drift;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.StandardColumn;
import org.jutong.columns.UpdateClock;

/**
 * A column as a site has it. A column of a site's own is one whose key the standard does not know; nothing else marks it.
 *
 * @param key its name in addresses, unique on the site
 * @param name its title
 * @param parent the key of the column above it; empty for a first-level column
 * @param type a value of the tag ColumnType
 * @param clock how often it is to be updated; empty where nothing is asked
 * @param order its place among its siblings, the lowest first
 */
public record SiteColumn(
        String key, String name, Optional<String> parent, String type, Optional<Period> clock, int order) {

    /** The order in which lists of columns are given back. */
    static final Comparator<SiteColumn> IN_ORDER = Comparator.comparing((SiteColumn c) -> c.parent.orElse(""))
            .thenComparingInt(SiteColumn::order)
            .thenComparing(SiteColumn::key);

    /** Between two neighbours, so that a site's own columns find room. */
    private static final int STEP = 10;

    /**
     * The columns that a new site gets.
     *
     * @param levelId a level of the standard
     * @param region the short name that stands for {@code {region}} in titles
     */
    public static List<SiteColumn> of(ColumnStandard standard, String levelId, String region) {
        Map<Optional<String>, Integer> last = new HashMap<>();
        List<SiteColumn> columns = new ArrayList<>();
        for (StandardColumn c : standard.columns(levelId)) {
            columns.add(new SiteColumn(
                    c.key(),
                    c.nameFor(region),
                    c.parent(),
                    c.type(),
                    c.clock().map(UpdateClock::period),
                    last.merge(c.parent(), STEP, Integer::sum)));
        }
        return columns;
    }

    SiteColumn named(String newKey, String newName) {
        return new SiteColumn(newKey, newName, parent, type, clock, order);
    }

    SiteColumn placed(Optional<String> newParent, int newOrder) {
        return new SiteColumn(key, name, newParent, type, clock, newOrder);
    }

    SiteColumn typed(String newType) {
        return new SiteColumn(key, name, parent, newType, clock, order);
    }

    SiteColumn timed(Optional<Period> newClock) {
        return new SiteColumn(key, name, parent, type, newClock, order);
    }
}
