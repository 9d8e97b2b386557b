package org.jutong.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * What was found.
 *
 * @param total how many articles
 * @param more whether {@code total} was counted no further
 */
public record Found(List<Hit> hits, int total, boolean more) {

    /**
     * An article on one of the sites that show it.
     *
     * @param title escaped HTML; what was looked for is in {@code <em>}
     * @param excerpt of the text, in the same form
     * @param site where to read it: the one that was asked for, else the owner's, else any other
     * @param column its key on that site
     * @param source where it came from, plain text
     * @param number 发文字号, or empty
     * @param attachment where the excerpt is from it and not from the article's own text
     */
    public record Hit(
            long article,
            String title,
            String excerpt,
            SiteCode site,
            String column,
            Instant published,
            String source,
            String number,
            Optional<Attachment> attachment) {}

    /**
     * An attachment, in which a hit's excerpt stands.
     *
     * @param name under which it was handed in, plain text
     * @param file its name below {@code files/} of the hit's site
     */
    public record Attachment(String name, String file) {}
}
