package org.jutong.interaction;

import java.text.Normalizer;
import java.util.Random;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;

/**
 * The ten digits by which a citizen follows a letter up. Whoever knows it sees the letter, so it is drawn at random
 * and tells nothing of other letters.
 *
 * @param value ten digits; the first may be 0
 */
public record QueryCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{10}");

    /** @throws Problem {@code letter_code_shape} (400) unless the value is ten digits */
    public QueryCode {
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.invalid("letter_code_shape", "code");
        }
    }

    /** What somebody typed: full-width digits, spaces and hyphens are forgiven. */
    public static QueryCode typed(String text) {
        String shortened = text.length() > 40 ? text.substring(0, 40) : text;
        return new QueryCode(
                Normalizer.normalize(shortened, Normalizer.Form.NFKC).replaceAll("[\\s-]", ""));
    }

    /** A code drawn from {@code random}, which must be a cryptographic one outside tests. */
    public static QueryCode draw(Random random) {
        StringBuilder digits = new StringBuilder(10);
        for (int i = 0; i < 10; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new QueryCode(digits.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
