package org.jutong.sitegroup.internal.store;

/**
 * What index numbers count in: each organisation counts from 1 in each year.
 *
 * @param organisation its code, 9 characters (GB 11714)
 * @param year four digits
 */
public record Numbering(String organisation, int year) {

    /** The index number (索引号) with this serial. */
    String number(int serial) {
        return "%s/%d-%05d".formatted(organisation, year, serial);
    }
}
