package org.jutong.identity.internal.citizens;

import java.text.Normalizer;
import org.jutong.plugin.Problem;

/** A person's name in any script. */
final class PersonName {

    static final int LONGEST = 50;
    private static final int LONGEST_TYPED = 400;

    private PersonName() {}

    /**
     * The name as it is stored: composed, one space where there were several.
     *
     * @param text may be {@code null}
     * @throws Problem {@code name_missing}, {@code name_too_long}, {@code name_invalid} (400)
     */
    static String typed(String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("name_missing", "name");
        }
        if (text.length() > LONGEST_TYPED) {
            throw Problem.invalid("name_too_long", "name", LONGEST);
        }
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[ \\u3000\\u00a0]+", " ");
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw Problem.invalid("name_too_long", "name", LONGEST);
        }
        if (!name.codePoints().allMatch(PersonName::belongs)
                || name.codePoints().noneMatch(Character::isLetter)) {
            throw Problem.invalid("name_invalid", "name");
        }
        return name;
    }

    /** As lists show it: the first character alone. */
    static String masked(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    // U+200C and U+200D join or part letters in Persian and Indian names, U+0F0B parts Tibetan syllables
    private static boolean belongs(int character) {
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> " ·•‧・'’.-\u0f0b\u200c\u200d".indexOf(character) >= 0;
                };
    }
}
