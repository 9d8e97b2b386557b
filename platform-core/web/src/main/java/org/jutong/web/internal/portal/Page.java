package org.jutong.web.internal.portal;

/**
 * A rendered page.
 *
 * @param status the HTTP status to answer with
 * @param html the whole document
 * @param complete whether nothing is missing; a page with a gap is not worth keeping in a cache
 */
public record Page(int status, String html, boolean complete) {}
