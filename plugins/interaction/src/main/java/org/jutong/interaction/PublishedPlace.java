package org.jutong.interaction;

import java.time.Instant;
import org.jutong.plugin.Problem;

/**
 * A place in the list of published letters, latest first; new publications do not move it.
 *
 * @param at when the letter at this place was published
 * @param id that letter's id
 */
public record PublishedPlace(Instant at, long id) {

    /** Reads back {@link #toString()}. @throws Problem {@code letter_list_after} (400) for anything else */
    public static PublishedPlace of(String text) {
        String[] parts = text.split("-", 2);
        try {
            return new PublishedPlace(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Problem.invalid("letter_list_after", "after");
        }
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + id;
    }
}
