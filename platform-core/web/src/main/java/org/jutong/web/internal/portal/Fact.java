package org.jutong.web.internal.portal;

/**
 * A fact of an official document.
 *
 * @param kind {@code number}, {@code index} or {@code subject}
 * @param text as it is filed
 */
record Fact(String kind, String text) {}
