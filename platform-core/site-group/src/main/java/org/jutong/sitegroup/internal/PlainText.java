package org.jutong.sitegroup.internal;

import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Problem;

/** Checks one-line texts that people type: present where they must be, not too long, without control characters. */
public final class PlainText {

    private PlainText() {}

    /** The text without surrounding white space; codes are {@code <field>_missing}, {@code _too_long}, {@code _invalid}. */
    public static String required(String field, String text, int longest) {
        String checked = optional(field, text, longest);
        if (checked.isEmpty()) {
            throw Problem.invalid(code(field) + "_missing", field);
        }
        return checked;
    }

    /** The text without surrounding white space, empty where none was given; codes as for {@link #required}. */
    public static String optional(String field, String text, int longest) {
        String stripped = Optional.ofNullable(text).orElse("").strip();
        if (stripped.length() > longest) {
            throw Problem.invalid(code(field) + "_too_long", field, longest);
        }
        if (stripped.codePoints().anyMatch(PlainText::isForbidden)) {
            throw Problem.invalid(code(field) + "_invalid", field);
        }
        return stripped;
    }

    /** Control characters, halves of a pair, and the invisible marks that turn the direction of writing around. */
    private static boolean isForbidden(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x2028
                || c == 0x2029;
    }

    private static String code(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
