package org.jutong.audit.internal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides personal data in what is to be stored: mobile numbers, ID numbers of 18 and 15 digits (GB 11643), e-mail
 * addresses. It rather hides a number that only looks like one than shows one that is.
 */
final class Masking {

    private static final String NOT_INSIDE_A_WORD = "(?<![A-Za-z0-9])";
    private static final String ENDS = "(?![A-Za-z0-9])";
    private static final String MONTH_AND_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

    private static final Pattern ID_NUMBER = Pattern.compile(NOT_INSIDE_A_WORD + "([1-9]\\d{5})(?:(?:18|19|20)\\d{2}"
            + MONTH_AND_DAY + "\\d{2}|\\d{2}" + MONTH_AND_DAY + "\\d?)(\\d[\\dXx])" + ENDS);
    private static final Pattern MOBILE =
            Pattern.compile("(?<![A-Za-z0-9-])((?:\\+?86[ -]?)?1[3-9]\\d)[ -]?\\d{4}[ -]?(\\d{4})" + ENDS);
    private static final Pattern MAIL = Pattern.compile(
            "([\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}._%+-]{0,63}(@[\\p{L}\\p{Nd}-]{1,63}(?:\\.[\\p{L}\\p{Nd}-]{1,63})+)");

    private Masking() {}

    static String mask(String text) {
        if (text.chars().noneMatch(c -> c == '@' || Character.isDigit(c))) {
            return text;
        }
        String masked = MAIL.matcher(text).replaceAll(found -> kept(found, "***"));
        masked = ID_NUMBER.matcher(masked).replaceAll(found -> kept(found, "**********"));
        return MOBILE.matcher(masked).replaceAll(found -> kept(found, "****"));
    }

    private static String kept(MatchResult found, String stars) {
        return Matcher.quoteReplacement(found.group(1) + stars + found.group(2));
    }
}
