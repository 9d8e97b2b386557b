package org.jutong.interaction;

import java.util.Arrays;
import java.util.Locale;
import org.jutong.plugin.Problem;

/** What a citizen writes for. */
public enum LetterType {
    CONSULTATION("咨询"),
    COMPLAINT("投诉"),
    SUGGESTION("建议"),
    HELP("求助");

    private final String label;

    LetterType(String label) {
        this.label = label;
    }

    /** The word citizens see. */
    public String label() {
        return label;
    }

    /** The word of the REST interface and of the table, such as {@code complaint}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem {@code letter_type_missing} (400) for the empty string, {@code letter_type_unknown} otherwise */
    public static LetterType of(String id) {
        if (id.isEmpty()) {
            throw Problem.invalid("letter_type_missing", "type");
        }
        return Arrays.stream(values())
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("letter_type_unknown", "type"));
    }
}
