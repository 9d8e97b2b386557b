package org.jutong.web.internal.portal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Reading.Placed;
import org.jutong.sitegroup.Site;

/** The newest articles of a site or a column with their texts, as they are public at the moment. */
record Feeds(Columns columns, Reading reading, String publicUrl) {

    static final int ITEMS = 20;

    private static final int SUMMARY = 120;
    private static final Pattern WITHIN = Pattern.compile("(<[^>]*\\s(?:href|src)=\")/(?!/)");

    /**
     * A feed.
     *
     * @param home the page that it belongs to, a complete address as all others
     * @param self its own address without the ending that names the format
     * @param next the number of the next page; 0 behind the last one
     */
    record Feed(String title, String home, String self, List<Item> items, int page, int next) {

        /** When the newest article was published. */
        Instant updated() {
            return items.stream()
                    .map(Item::published)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }
    }

    /** An article in a feed. */
    record Item(Placed placed, String url, String summary, String html, Instant published) {

        Article article() {
            return placed.article();
        }
    }

    /** A site's newest articles of all columns, each once. */
    List<Entry> newest(Site site) {
        return reading.latestByColumn(site.code(), ITEMS).values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Entry::published)
                        .thenComparing(Entry::id)
                        .reversed())
                .limit(ITEMS)
                .toList();
    }

    /**
     * The feed of a site, or of one column and those below it.
     *
     * @param page from 1; a site's has one
     * @throws Problem {@code column_not_found}, {@code page_not_found} (404)
     */
    Feed of(PortalView view, Optional<String> key, int page) {
        Site site = view.site();
        Links links = view.links();
        if (key.isEmpty()) {
            if (page != 1) {
                throw Problem.notFound("page_not_found");
            }
            return feed(view, site.name(), links.home(), newest(site), 1, 0);
        }
        Column column = columns.require(site.code(), key.get());
        int pages = Math.max(1, (reading.count(site.code(), column.key()) + ITEMS - 1) / ITEMS);
        if (page > pages) {
            throw Problem.notFound("page_not_found");
        }
        List<Entry> entries = reading.latest(site.code(), column.key(), (page - 1) * ITEMS, ITEMS);
        String title = column.name() + " - " + site.name();
        return feed(view, title, links.column(column.key()), entries, page, page < pages ? page + 1 : 0);
    }

    private Feed feed(PortalView view, String title, String path, List<Entry> entries, int page, int next) {
        List<Item> items = entries.stream()
                .flatMap(entry -> item(view, entry.id()).stream())
                .toList();
        return new Feed(title, publicUrl + path, publicUrl + path + "feed", items, page, next);
    }

    /** An article as the site shows it, or empty where it does not. */
    Optional<Item> item(PortalView view, long id) {
        return reading.article(view.site().code(), id)
                .map(placed -> new Item(
                        placed,
                        publicUrl + view.links().article(id),
                        Summary.of(placed.article().body(), SUMMARY),
                        WITHIN.matcher(placed.article().body()).replaceAll("$1" + publicUrl + "/"),
                        placed.article().published().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS)));
    }
}
