package org.jutong.interaction.internal.rest;

import java.util.List;
import java.util.function.Function;
import org.jutong.plugin.Problem;

/**
 * One portion of a list.
 *
 * @param next what {@code after} of the following request must be; absent on the last page
 */
public record LetterPage<T>(List<T> items, String next) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** How many to look for: one more than wanted, which tells whether a page follows. */
    static int fetch(String limit) {
        return wanted(limit) + 1;
    }

    /** A page of what {@link #fetch} found. */
    static <T> LetterPage<T> of(List<T> found, String limit, Function<T, String> place) {
        int wanted = wanted(limit);
        if (found.size() <= wanted) {
            return new LetterPage<>(found, null);
        }
        return new LetterPage<>(found.subList(0, wanted), place.apply(found.get(wanted - 1)));
    }

    private static int wanted(String limit) {
        if (limit == null || limit.isEmpty()) {
            return USUAL;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException e) {
            // falls to the refusal below, as a number out of bounds does
        }
        throw Problem.invalid("letter_list_limit", "limit", MOST);
    }
}
