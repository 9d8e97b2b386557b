package org.jutong.search.internal.rest;

import java.util.List;
import org.jutong.search.Found;
import org.jutong.search.Found.Hit;
import org.jutong.search.internal.index.IndexKeeper.State;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

/** Shapes of the search's requests and answers. */
final class SearchBodies {

    private SearchBodies() {}

    /**
     * What was found.
     *
     * @param more whether there are more than {@code total}, which is counted no further
     */
    record FoundView(int total, boolean more, int page, List<HitView> items) {

        static FoundView of(Found found, int page, Sites sites, Columns columns) {
            return new FoundView(
                    found.total(),
                    found.more(),
                    page,
                    found.hits().stream()
                            .map(hit -> HitView.of(hit, sites, columns))
                            .toList());
        }
    }

    /**
     * An article.
     *
     * @param title escaped HTML with {@code <em>}
     * @param excerpt in the same form
     * @param path of its page on the portal
     * @param attachment in which the excerpt stands; {@code null} where it is the article's own
     */
    record HitView(
            long article,
            String title,
            String excerpt,
            String site,
            String siteName,
            String column,
            String columnName,
            String published,
            String source,
            String documentNumber,
            String path,
            AttachmentView attachment) {

        static HitView of(Hit hit, Sites sites, Columns columns) {
            return new HitView(
                    hit.article(),
                    hit.title(),
                    hit.excerpt(),
                    hit.site().value(),
                    sites.find(hit.site()).map(Site::name).orElse(""),
                    hit.column(),
                    columns.find(hit.site(), hit.column())
                            .map(column -> column.name())
                            .orElse(""),
                    hit.published().toString(),
                    hit.source(),
                    hit.number(),
                    "/sites/" + hit.site() + "/articles/" + hit.article(),
                    hit.attachment()
                            .map(each ->
                                    new AttachmentView(each.name(), "/sites/" + hit.site() + "/files/" + each.file()))
                            .orElse(null));
        }
    }

    /** An attachment with its address on the portal. */
    record AttachmentView(String name, String path) {}

    /** Titles. */
    record Suggestions(List<String> items) {}

    /** Groups of words that mean the same. */
    record SynonymList(List<List<String>> groups) {}

    /**
     * How this node's index stands.
     *
     * @param building how far the new one is; {@code null} while none is built
     */
    record IndexView(boolean ready, int articles, Building building) {

        static IndexView of(State state) {
            Building building = state.total().isEmpty()
                    ? null
                    : new Building(state.done().orElse(0L), state.total().get());
            return new IndexView(state.ready(), state.articles(), building);
        }
    }

    /** Articles that are in the new index, and that will be. */
    record Building(long done, long total) {}
}
