package org.jutong.columns.codes;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The index number (索引号) of government information: organisation code, {@code /}, year, {@code -}, five digits. */
public final class IndexNumber {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}[0-9X]/(19|20)[0-9]{2}-[0-9]{5}");

    private IndexNumber() {}

    /** Whether it has the form; the check character is another question. */
    public static boolean isFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether the check character of the organisation in front is right, for a number that {@link #isFormed}. */
    public static boolean hasValidOrganisation(String text) {
        return OrganisationCode.isValid(text.substring(0, 9));
    }

    /** What was probably meant; empty where nothing sensible comes out. */
    public static Optional<String> meant(String text) {
        String tidy = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("[‐‑‒–—―−_]", "-")
                .replace('\\', '/')
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^([0-9A-Z]{8})-([0-9X]/)", "$1$2");
        return Optional.of(tidy).filter(t -> isFormed(t) && !t.equals(text));
    }
}
