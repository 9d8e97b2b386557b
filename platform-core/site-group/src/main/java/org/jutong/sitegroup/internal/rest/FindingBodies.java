package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jutong.columns.lint.Finding;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.lint.SiteFinding;

/** The shapes of the linter's findings in REST. */
public final class FindingBodies {

    private FindingBodies() {}

    /** What the linter found on an article. */
    public record FoundView(
            String rule,
            String severity,
            boolean blocks,
            String field,
            String words,
            String suggestion,
            String source) {

        static FoundView of(Finding f, Texts texts, Locale locale) {
            return new FoundView(
                    f.rule().id(),
                    f.severity().name().toLowerCase(Locale.ROOT),
                    f.blocks(),
                    f.field(),
                    texts.say(locale, f.message(), f.arguments()),
                    f.suggestion().orElse(null),
                    f.basis().source());
        }

        static List<FoundView> of(List<Finding> found, Texts texts, Locale locale) {
            return found.stream().map(f -> of(f, texts, locale)).toList();
        }
    }

    /** All of them. */
    public record FoundList(List<FoundView> items) {}

    /** A finding on a site that is kept. */
    public record FindingView(
            String id,
            String site,
            String rule,
            String severity,
            String page,
            String url,
            Long article,
            String field,
            String words,
            String suggestion,
            String source,
            String state,
            Instant first,
            Instant last,
            Instant mended) {

        static FindingView of(SiteFinding f, Texts texts, Locale locale) {
            return new FindingView(
                    f.id(),
                    f.site().value(),
                    f.rule(),
                    f.severity().name().toLowerCase(Locale.ROOT),
                    f.page(),
                    "/sites/" + f.site() + (f.page().isEmpty() ? "/" : f.page()),
                    f.article().orElse(null),
                    f.field(),
                    texts.say(locale, f.message(), f.arguments()),
                    f.suggestion().orElse(null),
                    f.source(),
                    f.mended().isPresent() ? "mended" : "open",
                    f.first(),
                    f.last(),
                    f.mended().orElse(null));
        }
    }

    /** A page of them. */
    public record FindingList(List<FindingView> items, String next) {}
}
