package org.jutong.sitegroup.internal.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of an observation, in the shape in which they are stored and go over REST. {@code null} is what does not belong
 * to its kind, or was not given.
 *
 * @param sort of an incident, as the inspection rules name it
 * @param handledInTime whether an incident was put right at once
 * @param days of measured visits
 * @param name the title of a guide; what a letter is called
 * @param lacking the ids of the elements that a guide lacks
 * @param address of a dead link
 * @param home whether it stands on the home page
 * @param item of the score
 * @param count how often that was found
 * @param about the id of the veto or item that was looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        String sort,
        Boolean handledInTime,
        List<Visits> days,
        String name,
        List<String> lacking,
        String address,
        Boolean home,
        String item,
        Integer count,
        String about) {

    /** The visits of a day, an ISO date by the calendar of Beijing; slow are those of 15 seconds or more. */
    public record Visits(String day, Integer total, Integer slow) {}

    /** None. */
    static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null, null);

    /** The names of those that are given. */
    Set<String> given() {
        Set<String> given = new HashSet<>();
        note(given, "sort", sort);
        note(given, "handledInTime", handledInTime);
        note(given, "days", days);
        note(given, "name", name);
        note(given, "lacking", lacking);
        note(given, "address", address);
        note(given, "home", home);
        note(given, "item", item);
        note(given, "count", count);
        note(given, "about", about);
        return given;
    }

    private static void note(Set<String> given, String fact, Object value) {
        if (value != null) {
            given.add(fact);
        }
    }

    static Facts incident(String sort, boolean handledInTime) {
        return new Facts(sort, handledInTime, null, null, null, null, null, null, null, null);
    }

    static Facts visits(List<Visits> days) {
        return new Facts(null, null, List.copyOf(days), null, null, null, null, null, null, null);
    }

    static Facts guide(String name, List<String> lacking) {
        return new Facts(null, null, null, name, List.copyOf(lacking), null, null, null, null, null);
    }

    static Facts letter(String name) {
        return new Facts(null, null, null, name, null, null, null, null, null, null);
    }

    static Facts deadLink(String address, boolean home) {
        return new Facts(null, null, null, null, null, address, home, null, null, null);
    }

    static Facts count(String item, int count) {
        return new Facts(null, null, null, null, null, null, null, item, count, null);
    }

    static Facts nothing(String about) {
        return new Facts(null, null, null, null, null, null, null, null, null, about);
    }
}
