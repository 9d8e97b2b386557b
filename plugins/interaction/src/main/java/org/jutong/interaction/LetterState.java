package org.jutong.interaction;

import java.util.Arrays;
import java.util.Locale;
import org.jutong.plugin.Problem;

/** How far a letter has come: pending → answered → published, never back. */
public enum LetterState {
    PENDING("待处理"),
    ANSWERED("已处理"),
    PUBLISHED("已公开");

    private final String label;

    LetterState(String label) {
        this.label = label;
    }

    /** The word people see. */
    public String label() {
        return label;
    }

    /** The word of the REST interface and of the table, such as {@code pending}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem {@code letter_state_unknown} (400) for any other word */
    public static LetterState of(String id) {
        return Arrays.stream(values())
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("letter_state_unknown", "state"));
    }
}
