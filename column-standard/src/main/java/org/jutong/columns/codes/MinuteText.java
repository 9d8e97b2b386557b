package org.jutong.columns.codes;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as pages write it: {@code YYYY-MM-DD HH:MM}, in Beijing time. Source: 国办发〔2017〕47号. */
public final class MinuteText {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern NEARLY = Pattern.compile(
            "\\s*(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?:日\\s*|[\\sT]+)(\\d{1,2})[:时点](\\d{1,2})分?(?::\\d{2}(?:\\.\\d+)?)?\\s*");

    private MinuteText() {}

    /** Whether it has the form and there is such a day. */
    public static boolean isValid(String text) {
        try {
            return LocalDateTime.parse(text, FORM) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What was probably meant; empty where hour and minute are missing or there is no such day. */
    public static Optional<String> meant(String text) {
        Matcher nearly = NEARLY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (!nearly.matches()) {
            return Optional.empty();
        }
        String meant = nearly.group(1) + "-" + two(nearly.group(2)) + "-" + two(nearly.group(3)) + " "
                + two(nearly.group(4)) + ":" + two(nearly.group(5));
        return Optional.of(meant).filter(m -> isValid(m) && !m.equals(text));
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
