package org.jutong.catalog.internal.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Problem;

/** Reads what a caller sent, and says which field is wrong. */
final class Input {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_SHOWN = 40;

    private Input() {}

    static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    static <E extends Enum<E>> E state(Class<E> states, String value) {
        return Arrays.stream(states.getEnumConstants())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state_invalid", "state", shown(value)));
    }

    static int limit(String value) {
        long limit = given(value).map(text -> number("limit", text)).orElse((long) USUAL_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.invalid("number_invalid", "limit", "limit", shown(value));
        }
        return (int) limit;
    }

    static long number(String field, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException words) {
            throw Problem.invalid("number_invalid", field, field, shown(value));
        }
    }

    /** What was sent, short enough for a sentence. */
    private static String shown(String value) {
        String given = value == null ? "" : value;
        return given.length() <= LONGEST_SHOWN ? given : given.substring(0, LONGEST_SHOWN) + "…";
    }
}
