package org.jutong.web.internal.portal;

/**
 * A link as templates show it.
 *
 * @param current whether it leads to where the reader is
 */
public record Link(String text, String url, boolean current) {

    Link(String text, String url) {
        this(text, url, false);
    }
}
