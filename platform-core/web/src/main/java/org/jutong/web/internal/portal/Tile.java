package org.jutong.web.internal.portal;

/**
 * An entrance with a picture.
 *
 * @param icon a name of {@code icons.peb}
 */
public record Tile(String text, String url, String icon) {}
