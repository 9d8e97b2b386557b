package org.jutong.sitegroup.internal.lint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.columns.lint.Severity;
import org.jutong.plugin.SiteCode;

/**
 * A finding of the linter on a site, kept.
 *
 * @param id its address on the site; the same thing found again has the same
 * @param rule the rule's name, such as {@code tag-missing}
 * @param severity how grave it is
 * @param page the path of the page below the site's address; empty for the site as a whole
 * @param field what on the page
 * @param message the key of its words
 * @param arguments what stands in the words
 * @param suggestion what could stand there instead
 * @param source the rule's source
 * @param first when it was found first
 * @param last when it was looked for last
 * @param mended since when it is gone; empty while it is there
 */
public record SiteFinding(
        SiteCode site,
        String id,
        String rule,
        Severity severity,
        String page,
        String field,
        String message,
        List<String> arguments,
        Optional<String> suggestion,
        String source,
        Instant first,
        Instant last,
        Optional<Instant> mended) {

    /** The article on whose page it is, or empty. */
    public Optional<Long> article() {
        return PageAddress.articleOf(page);
    }

    /** Which of them are asked for. */
    public enum State {
        OPEN,
        MENDED,
        ALL
    }
}
