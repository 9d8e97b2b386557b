package org.jutong.columns.inspection;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.columns.Basis;
import org.jutong.columns.internal.DataFile;

/**
 * What an inspection goes by: thresholds, periods and points, each with its source. Data, so that an operator corrects it
 * without a build. Source: 国办秘函〔2019〕19号, as far as it could be seen. Immutable.
 *
 * @param version the version of the rules, such as {@code 2026.1}
 * @param clocks by the id of a column's update clock, when such a column is stale
 * @param safety the first veto
 * @param unreachable the second veto
 * @param home the third veto: when a home page is stale
 * @param columns the fourth veto
 * @param interaction the fifth veto
 * @param services the sixth veto
 * @param scoring how the score is made
 * @param statements how long it counts that somebody looked, by the id of a veto or an item; {@link #OTHER} for the rest
 */
public record InspectionRules(
        String version,
        Map<String, Limit> clocks,
        Safety safety,
        Unreachable unreachable,
        Limit home,
        Columns columns,
        Interaction interaction,
        Services services,
        Scoring scoring,
        Map<String, Limit> statements) {

    /** For what statements about it count, where the rules do not say it. */
    public static final String OTHER = "other";

    /** The version of the rules in this bundle. */
    public static final String CURRENT = "2026.1";

    /** The rules in this bundle. */
    public static InspectionRules load() {
        return DataFile.ofBundle("inspection-" + CURRENT, InspectionFile.class).rules();
    }

    /**
     * The rules that an operator put in place of those of this bundle: the file that {@code JUTONG_INSPECTION_RULES}
     * names.
     *
     * @throws org.jutong.columns.StandardFault where the file is not understood
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    public static InspectionRules configured(Map<String, String> environment) {
        return DataFile.configured(
                environment, "JUTONG_INSPECTION_RULES", InspectionRules::read, InspectionRules::load);
    }

    /** How long it counts that somebody looked at this veto or item. */
    public Limit statement(String about) {
        return statements.getOrDefault(about, statements.get(OTHER));
    }

    /**
     * Rules from a file of JSON, at most 1 MiB. The stream is not closed.
     *
     * @throws org.jutong.columns.StandardFault with code and place, where the file is not understood
     */
    public static InspectionRules read(InputStream in) {
        return DataFile.read(in, InspectionFile.class).rules();
    }

    /**
     * How long something may last. Days are those of the calendar in Beijing, months those of the calendar: six months
     * from 31 August end on the last day of February.
     *
     * @param period the time
     * @param inclusive whether the day on which the period ends is already too late
     * @param basis the rule
     */
    public record Limit(Period period, boolean inclusive, Basis basis) {

        /** The first day on which it has lasted too long. */
        public LocalDate overOn(LocalDate from) {
            LocalDate end = from.plus(period);
            return inclusive ? end : end.plusDays(1);
        }
    }

    /**
     * Incidents.
     *
     * @param window how far back they count
     * @param kinds the kinds that count
     * @param excusedWhenHandled those of them that do not count where they were put right at once
     */
    public record Safety(Limit window, Set<String> kinds, Set<String> excusedWhenHandled, Basis basis) {}

    /**
     * Visits that take too long.
     *
     * @param days the days before the inspection that are looked at
     * @param visitsMoreThan each of these days needs more visits than that
     * @param percent from this share of slow visits on, over all days together
     */
    public record Unreachable(int days, int visitsMoreThan, int percent, Basis basis) {}

    /** Columns without news: too many of some clocks, too many of all that have a clock, too many with nothing in them. */
    public record Columns(int stale, List<Group> of, Basis basis, Threshold longStale, Threshold blank) {}

    /** Columns that count together: those with a clock, on the first level alone or everywhere. */
    public record Group(String clock, boolean firstLevelOnly) {}

    /** From this number on. */
    public record Threshold(int count, Basis basis) {}

    /**
     * Letters without an answer.
     *
     * @param past how far back letters count
     * @param unanswered how long one may wait
     * @param excluded kinds that do not count
     */
    public record Interaction(Period past, Limit unanswered, Set<String> excluded) {}

    /** Guides that are of no use: from {@code guides} on that lack {@code lacking} or more of the elements. */
    public record Services(int guides, int lacking, List<Element> elements, Basis basis) {}

    /** Something that a guide must have. */
    public record Element(String id, String title, Basis basis) {}

    /**
     * The score.
     *
     * @param base what a site starts with
     * @param pass from this score on it passes
     * @param bonusAbove bonuses count only above this score
     * @param bonusMost all bonuses together are no more than that
     */
    public record Scoring(
            BigDecimal base,
            BigDecimal pass,
            BigDecimal bonusAbove,
            BigDecimal bonusMost,
            Basis basis,
            List<Item> deductions,
            List<Item> bonuses) {}

    /**
     * An item of the score.
     *
     * @param id its name in evidence and texts
     * @param title what it is called in Chinese, for items that the texts do not know
     * @param clock where it counts stale columns, the clock that they have; else evidence brings the count
     * @param each points for one
     * @param cap points for all of them at most
     */
    public record Item(String id, String title, Optional<String> clock, BigDecimal each, BigDecimal cap, Basis basis) {

        BigDecimal points(int count) {
            return each.multiply(BigDecimal.valueOf(count)).min(cap);
        }
    }
}
