package org.jutong.sitegroup;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * An article; it exists once, on the site that owns it, and is shown wherever it is placed.
 *
 * @param id its number
 * @param owner the site that wrote it
 * @param title plain text
 * @param source where it came from (tag ContentSource)
 * @param author the author line, may be empty
 * @param body sanitized HTML
 * @param state whether it is public
 * @param column the owner's column that it is meant for
 * @param published the time shown to readers; empty for a draft without one
 * @param version grows with each change; a change must name the one it saw
 */
public record Article(
        long id,
        SiteCode owner,
        String title,
        String source,
        String author,
        String body,
        State state,
        String column,
        Optional<Instant> published,
        int version) {

    /** Whether an article is public. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
