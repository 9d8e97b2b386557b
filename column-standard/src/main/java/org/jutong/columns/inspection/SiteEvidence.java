package org.jutong.columns.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a site when it is inspected. What nobody looked at is empty, and then the inspection says that it does
 * not know; a list without entries means that somebody looked and there is nothing.
 *
 * @param site the site
 * @param home its home page
 * @param columns its columns
 * @param letters what people wrote and nobody answered
 * @param guides the guides to its services
 * @param visits measured visits by day, in any order
 * @param incidents what went wrong with its safety
 * @param counts how often something was found that the score counts, by the item's id; an item that is not a key was not
 *     looked at
 * @param partly ids of vetoes and items of which only what was found is known, and not that there is nothing else
 */
public record SiteEvidence(
        String site,
        Optional<Home> home,
        Optional<List<Column>> columns,
        Optional<Letters> letters,
        Optional<List<Guide>> guides,
        Optional<List<DayOfVisits>> visits,
        Optional<List<Incident>> incidents,
        Map<String, Integer> counts,
        Set<String> partly) {

    public SiteEvidence {
        counts = Map.copyOf(counts);
        partly = Set.copyOf(partly);
        counts.forEach((item, count) -> require(count >= 0, "The count of " + item));
    }

    /**
     * The home page.
     *
     * @param onlyNavigates whether it shows nothing but the way to columns; then all second-level columns stand for it
     * @param lastUpdate the newest date on it; empty where nothing on it has a date
     */
    public record Home(boolean onlyNavigates, Optional<Instant> lastUpdate) {}

    /**
     * A column.
     *
     * @param key its name in addresses
     * @param name its title
     * @param firstLevel whether it is of the first level
     * @param clock the id of its update clock in the standard; empty where it need not be updated
     * @param lastUpdate the date of its newest dated article; articles without a date do not count
     * @param blank whether there is nothing in it
     * @param undated whether there are articles in it that have no date
     */
    public record Column(
            String key,
            String name,
            boolean firstLevel,
            Optional<String> clock,
            Optional<Instant> lastUpdate,
            boolean blank,
            boolean undated) {}

    /**
     * What people wrote.
     *
     * @param channel whether there is a way to ask that works
     * @param unanswered valid letters without an answer
     */
    public record Letters(boolean channel, List<Letter> unanswered) {}

    /**
     * A letter without an answer.
     *
     * @param id its number
     * @param kind what it is, such as {@code question}; the rules name the kinds that do not count
     * @param received when it came
     */
    public record Letter(String id, String kind, Instant received) {}

    /**
     * The guide to a service.
     *
     * @param id its number
     * @param title its title
     * @param elements the ids of the elements that it has
     */
    public record Guide(String id, String title, Set<String> elements) {}

    /**
     * The visits of a day, by the calendar of Beijing.
     *
     * @param day the day
     * @param total how many there were
     * @param slow how many took 15 seconds or more, or led to nothing
     */
    public record DayOfVisits(LocalDate day, int total, int slow) {
        public DayOfVisits {
            require(slow >= 0 && slow <= total, "Slow visits of " + day);
        }
    }

    /**
     * Something that went wrong with the site's safety.
     *
     * @param on the day, by the calendar of Beijing
     * @param kind what it is; the rules know the kinds
     * @param what it in words
     * @param handledInTime whether it was put right at once
     */
    public record Incident(LocalDate on, String kind, String what, boolean handledInTime) {}

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of bounds");
        }
    }
}
