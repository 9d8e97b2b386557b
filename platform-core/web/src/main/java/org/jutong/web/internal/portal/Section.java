package org.jutong.web.internal.portal;

import java.util.List;

/**
 * A column's block on the home page.
 *
 * @param more the address of the whole column
 * @param lines empty for a column without articles
 */
public record Section(String title, String more, List<Line> lines) {}
