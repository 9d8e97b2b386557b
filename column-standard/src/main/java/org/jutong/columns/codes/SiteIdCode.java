package org.jutong.columns.codes;

import java.util.regex.Pattern;

/**
 * The identification code of a government site (网站标识码): 10 characters, either six digits of the division code and four
 * of a serial number, or {@code bm} and eight digits for a ministry. Source: 国办发〔2017〕47号; seen on sites.
 */
public final class SiteIdCode {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}|bm[0-9]{8}");

    private SiteIdCode() {}

    /** Whether it has the form; 12 digits, which old lists have, do not. */
    public static boolean isValid(String code) {
        return FORM.matcher(code).matches();
    }
}
