package org.jutong.web.internal.portal;

import org.jutong.sitegroup.ChineseScript;

/**
 * A rendered page.
 *
 * @param status the HTTP status to answer with
 * @param html the whole document
 * @param complete whether nothing is missing; a page with a gap is not worth keeping in a cache
 */
public record Page(int status, String html, boolean complete) {

    /** The same in Traditional characters; the page tags in the head stay as the standard wants. */
    public Page traditional(ChineseScript script) {
        int body = Math.max(0, html.indexOf("<body"));
        return new Page(status, html.substring(0, body) + script.toTraditional(html.substring(body)), complete);
    }
}
