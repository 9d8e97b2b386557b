package org.jutong.identity.internal.citizens;

import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;

/**
 * A citizen's identity number, checked as GB 11643-1999 says: region, day of birth, order, and a check character by
 * ISO 7064 MOD 11-2. Never stored as it is.
 */
public final class IdNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_TYPED = 40;
    private static final int OLDEST = 150;

    private final String value;

    private IdNumber(String value) {
        this.value = value;
    }

    /**
     * What somebody typed: full-width characters, spaces and a small x are forgiven.
     *
     * @param text may be {@code null}
     * @throws Problem {@code id_number_missing}, {@code id_number_expected} (400)
     */
    public static IdNumber typed(String text, Clock clock) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("id_number_missing", "idNumber");
        }
        String plain = text.length() > LONGEST_TYPED
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replace(" ", "")
                        .toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(plain).matches() || !isBornInTime(plain, clock) || !isWhole(plain)) {
            throw Problem.invalid("id_number_expected", "idNumber");
        }
        return new IdNumber(plain);
    }

    /** The eighteen characters. */
    public String value() {
        return value;
    }

    /** As it is stored and shown: {@code 5201************1X}. */
    public String masked() {
        return value.substring(0, 4) + "*".repeat(12) + value.substring(16);
    }

    private static boolean isBornInTime(String number, Clock clock) {
        try {
            LocalDate born = LocalDate.parse(number.substring(6, 14), DAY);
            LocalDate today = LocalDate.now(clock);
            return !born.isAfter(today) && born.isAfter(today.minusYears(OLDEST));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isWhole(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + number.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - sum) % 11;
        return number.charAt(17) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    @Override
    public String toString() {
        return masked();
    }
}
