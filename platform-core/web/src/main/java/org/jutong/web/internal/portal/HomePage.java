package org.jutong.web.internal.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Reading.Entry;

/** What the home page shows besides the frame. */
record HomePage(Columns columns, Reading reading, PluginParts parts, Neighbours neighbours, Dates dates) {

    private static final int LINES = 8;
    /** In the narrow blocks, whose titles take two lines. */
    private static final int NARROW_LINES = 6;

    private static final int TILES = 6;
    /** With fewer news than this a headline above them would only repeat the list. */
    private static final int WORTH_A_HEADLINE = 4;

    private static final int SUMMARY = 110;

    Map<String, Object> of(PortalView view) {
        Links links = view.links();
        List<Column> all = columns.of(view.site().code());
        HomeSections sections =
                new HomeSections(all, reading.latestByColumn(view.site().code(), LINES + 1), links, dates);
        Map<String, Object> model = new HashMap<>();
        Optional<Column> news = sections.news();
        List<Entry> entries = news.map(sections::entries).orElse(List.of());
        boolean headline = entries.size() >= WORTH_A_HEADLINE;
        model.put("headline", headline);
        model.put(
                "lead",
                entries.stream().findFirst().map(entry -> lead(view, entry)).orElse(Map.of()));
        model.put(
                "news",
                news.map(column -> sections.section(column, LINES + 1))
                        .orElse(new Section("", links.home(), List.of())));
        model.put("notices", list(sections.notices(), sections));
        model.put(
                "documents",
                sections.documents().stream()
                        .map(column -> sections.section(column, NARROW_LINES))
                        .toList());
        model.put("tiles", sections.services(TILES));
        model.put("map", sections.map());
        model.put("parts", parts.home(view));
        model.put("departments", neighbours.departments(view));
        model.put("regions", neighbours.of(view));
        model.put("root", view.site().parent().isEmpty());
        return model;
    }

    private static List<Section> list(Optional<Column> column, HomeSections sections) {
        return column.map(each -> sections.section(each, NARROW_LINES)).stream().toList();
    }

    private Map<String, Object> lead(PortalView view, Entry entry) {
        String body = reading.article(view.site().code(), entry.id())
                .map(placed -> placed.article().body())
                .orElse("");
        return Map.of(
                "title", entry.title(),
                "url", view.links().article(entry.id()),
                "date", dates.day(entry.published()),
                "summary", Summary.of(body, SUMMARY));
    }
}
