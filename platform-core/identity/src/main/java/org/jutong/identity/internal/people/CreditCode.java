package org.jutong.identity.internal.people;

import java.util.regex.Pattern;

/**
 * The unified social credit code of an organisation: 17 characters and one that checks them, the sum of each
 * character's value times 3 to the power of its place, modulo 31 (GB 32100-2015, 4.6 and annex A).
 */
final class CreditCode {

    // no I, O, S, V, Z
    private static final String VALUES = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + VALUES + "]{18}");

    private CreditCode() {}

    /** Whether it has 18 characters of the code's alphabet. */
    static boolean hasShape(String code) {
        return SHAPE.matcher(code).matches();
    }

    /** Whether its last character is the right one; the code must have the shape. */
    static boolean isSound(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += VALUES.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return VALUES.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
