package org.jutong.columns;

/**
 * How long a column may stay without news before an inspection objects.
 *
 * @param days days without an update
 * @param source the rule it comes from
 * @param mark how sure the rule is
 */
public record UpdateClock(int days, String source, Mark mark) {

    public UpdateClock {
        if (days < 1) {
            throw new IllegalArgumentException("An update clock has at least one day, not " + days);
        }
    }
}
