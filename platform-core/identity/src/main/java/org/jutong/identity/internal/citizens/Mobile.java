package org.jutong.identity.internal.citizens;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;

/**
 * A mobile number of the mainland's numbering plan (YD/T 1 + 3–9 + nine digits).
 *
 * @param number eleven ASCII digits
 */
public record Mobile(String number) {

    private static final Pattern SHAPE = Pattern.compile("1[3-9][0-9]{9}");
    private static final int LONGEST_TYPED = 40;

    public Mobile {
        if (!SHAPE.matcher(number).matches()) {
            throw Problem.invalid("mobile_invalid", "mobile");
        }
    }

    /**
     * What somebody typed: full-width digits, spaces, hyphens and the country's code are forgiven; digits of other
     * scripts and letters that look like digits are not.
     *
     * @param text may be {@code null}
     * @throws Problem {@code mobile_missing}, {@code mobile_invalid} (400)
     */
    public static Mobile typed(String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("mobile_missing", "mobile");
        }
        return parse(text).orElseThrow(() -> Problem.invalid("mobile_invalid", "mobile"));
    }

    /** The number that this text is, or empty where it is none. */
    public static Optional<Mobile> parse(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[ \\t-]", "")
                .replaceFirst("^(\\+|00)?86(?=1)", "");
        return SHAPE.matcher(plain).matches() ? Optional.of(new Mobile(plain)) : Optional.empty();
    }

    /** As lists show it: {@code 138****0000}. */
    public String masked() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
