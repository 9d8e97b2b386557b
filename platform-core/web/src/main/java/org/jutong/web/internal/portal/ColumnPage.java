package org.jutong.web.internal.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reading;

/** What a column's page shows besides the frame. */
record ColumnPage(Columns columns, Reading reading, PluginEntries entries, Dates dates) {

    private static final int LINES = 20;
    /** How many page numbers stand on either side of the current one. */
    private static final int REACH = 2;

    /** @throws Problem {@code page_not_found} (404) behind the last page */
    Map<String, Object> of(PortalView view, Column column, int page) {
        Links links = view.links();
        int count = reading.count(view.site().code(), column.key());
        int pages = Math.max(1, (count + LINES - 1) / LINES);
        if (page < 1 || page > pages) {
            throw Problem.notFound("page_not_found");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("column", column.name());
        model.put("about", column.description());
        model.put("trail", trail(view, column));
        model.put("side", side(view, column));
        model.put("sideTitle", first(view, column).name());
        model.put(
                "lines",
                reading.latest(view.site().code(), column.key(), (page - 1) * LINES, LINES).stream()
                        .map(entry -> new Line(entry.title(), links.article(entry.id()), dates.day(entry.published())))
                        .toList());
        model.put("served", entries.serving(view, column.type()));
        model.put("count", count);
        model.put("pages", pages(links, column, page, pages));
        model.put("newer", page > 1 ? links.column(column.key(), page - 1) : "");
        model.put("older", page < pages ? links.column(column.key(), page + 1) : "");
        return model;
    }

    /** The first-level column that this one belongs to, itself where it is one. */
    Column first(PortalView view, Column column) {
        return column.parent()
                .flatMap(key -> columns.find(view.site().code(), key))
                .orElse(column);
    }

    /** The way to the column, itself last. */
    List<Link> trail(PortalView view, Column column) {
        Column first = first(view, column);
        Link self = new Link(column.name(), view.links().column(column.key()));
        return first.equals(column)
                ? List.of(self)
                : List.of(new Link(first.name(), view.links().column(first.key())), self);
    }

    private List<Link> side(PortalView view, Column column) {
        Column first = first(view, column);
        return columns.of(view.site().code()).stream()
                .filter(each -> each.equals(first) || each.parent().equals(Optional.of(first.key())))
                .map(each -> Frame.link(view.links(), each, Optional.of(column.key())))
                .toList();
    }

    /** The first, the last and those around the current page; a gap is a link without an address. */
    private static List<Link> pages(Links links, Column column, int page, int pages) {
        return IntStream.rangeClosed(1, pages)
                .filter(n -> n == 1 || n == pages || Math.abs(n - page) <= REACH + 1)
                .mapToObj(n -> n != 1 && n != pages && Math.abs(n - page) == REACH + 1
                        ? new Link("…", "")
                        : new Link(Integer.toString(n), links.column(column.key(), n), n == page))
                .toList();
    }
}
