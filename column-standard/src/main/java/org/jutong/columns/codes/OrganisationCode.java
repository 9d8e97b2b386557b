package org.jutong.columns.codes;

import java.util.regex.Pattern;

/** The organisation code (组织机构代码, GB 11714): eight characters and a check character. */
public final class OrganisationCode {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    /** Whether form and check character are right. */
    public static boolean isValid(String code) {
        return FORM.matcher(code).matches() && code.charAt(8) == check(code);
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(code.charAt(i), 36);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
