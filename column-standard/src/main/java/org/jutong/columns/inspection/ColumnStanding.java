package org.jutong.columns.inspection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a column stands.
 *
 * @param key its name in addresses
 * @param name its title
 * @param clock the id of its update clock; empty where it has none
 * @param state how it stands
 * @param last the day of its newest dated article
 * @param staleOn the day on which it becomes stale, or became so; empty where there is none
 * @param daysLeft days until then: 0 or less for a stale column; empty where there is no such day
 */
public record ColumnStanding(
        String key,
        String name,
        Optional<String> clock,
        State state,
        Optional<LocalDate> last,
        Optional<LocalDate> staleOn,
        OptionalInt daysLeft) {

    /** The worst first. */
    public static final Comparator<ColumnStanding> WORST_FIRST = Comparator.comparing(ColumnStanding::state)
            .thenComparingInt(c -> c.daysLeft.orElse(0))
            .thenComparing(ColumnStanding::key);

    /** How a column stands, the worst first. */
    public enum State {
        /** There is nothing in it. */
        BLANK,
        /** Its time is over, or nothing in it has a date. */
        STALE,
        /** Nobody knows when it was updated, or the rules do not know its clock. */
        UNKNOWN,
        /** It is up to date. */
        FRESH,
        /** It need not be updated. */
        UNTIMED
    }
}
