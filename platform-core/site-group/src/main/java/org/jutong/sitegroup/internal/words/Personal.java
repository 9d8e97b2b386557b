package org.jutong.sitegroup.internal.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.columns.lint.Rule;

/** Numbers of persons in a text: identity numbers (GB 11643-1999) and mobile numbers. */
final class Personal {

    private static final String BEFORE = "(?<![0-9A-Za-z])";
    private static final String AFTER = "(?![0-9A-Za-z])";
    private static final Pattern ID = Pattern.compile(BEFORE + "[1-9]\\d{16}[\\dXx]" + AFTER);
    private static final Pattern MOBILE = Pattern.compile(BEFORE + "1[3-9]\\d{9}" + AFTER);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private Personal() {}

    /** A number, masked. */
    record Number(Rule rule, String masked) {}

    /** Those in the text. */
    static List<Number> in(String text) {
        List<Number> found = new ArrayList<>();
        ID.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(Personal::isId)
                .forEach(id -> found.add(new Number(Rule.ID_NUMBER, maskedId(id))));
        MOBILE.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(mobile -> found.add(new Number(Rule.MOBILE_NUMBER, maskedMobile(mobile))));
        return found;
    }

    /** The text with asterisks in place of what tells who it is. */
    static String masked(String text) {
        String withoutIds = ID.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(isId(found.group()) ? maskedId(found.group()) : found.group()));
        return MOBILE.matcher(withoutIds).replaceAll(found -> maskedMobile(found.group()));
    }

    private static boolean isId(String id) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (id.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11) == Character.toUpperCase(id.charAt(17)) && isDay(id.substring(6, 14));
    }

    private static boolean isDay(String digits) {
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
            return year >= 1850 && year < 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String maskedId(String id) {
        return id.substring(0, 6) + "*".repeat(8) + "*".repeat(3) + id.substring(17);
    }

    private static String maskedMobile(String mobile) {
        return mobile.substring(0, 3) + "****" + mobile.substring(7);
    }
}
