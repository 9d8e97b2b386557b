package org.jutong.identity.internal;

import java.text.Normalizer;
import org.jutong.plugin.Problem;

/** Short texts that people type and others read: names, titles, reasons. Any script; nothing that hides or misleads. */
public final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /**
     * The text without space around it, composed (NFC).
     *
     * @param field the field of the request
     * @param longest how many characters (code points) it may have
     * @throws Problem {@code text_missing}, {@code text_too_long} or {@code text_invalid} (400)
     */
    public static String required(String field, String text, int longest) {
        String given = optional(field, text, longest);
        if (given.isEmpty()) {
            throw Problem.invalid("text_missing", field);
        }
        return given;
    }

    /** The same for a text that may be left out, which is empty then. */
    public static String optional(String field, String text, int longest) {
        if (text == null) {
            return "";
        }
        // bounded before it is looked at; composing never makes a text longer than this allows for
        if (text.length() > 4 * longest) {
            throw Problem.invalid("text_too_long", field, longest);
        }
        if (!text.codePoints().allMatch(PlainText::isHarmless)) {
            throw Problem.invalid("text_invalid", field);
        }
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (composed.codePointCount(0, composed.length()) > longest) {
            throw Problem.invalid("text_too_long", field, longest);
        }
        return composed;
    }

    /**
     * No control characters, no changes of the writing direction, nothing invisible; the joiners that some scripts
     * write with are harmless.
     */
    public static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
