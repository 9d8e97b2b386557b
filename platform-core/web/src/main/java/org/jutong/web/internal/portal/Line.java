package org.jutong.web.internal.portal;

/**
 * A line of a dated list.
 *
 * @param date {@code YYYY-MM-DD}
 */
public record Line(String title, String url, String date) {}
