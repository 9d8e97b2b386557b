package org.jutong.web.internal.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Reading.Entry;

/**
 * Which of a site's columns the home page shows where. Chosen by the standard's column types, not by keys, so that a
 * new version of the standard needs no change here.
 */
final class HomeSections {

    private static final String NEWS = "工作动态";
    private static final String NOTICES = "公告";
    private static final List<String> DOCUMENTS = List.of("政策文件", "政策解读", "回应关切");
    /** The types of the entrances, the most wanted first, with the picture of each. */
    private static final Map<String, String> SERVICES = ordered(
            "办事服务", "person", "咨询投诉", "chat", "征集调查", "pen", "在线访谈", "talk", "依法申请公开", "mail", "信息公开指南", "book");

    private static final String FOR_BUSINESS = "法人";

    private final List<Column> columns;
    private final Map<String, List<Entry>> entries;
    private final Links links;
    private final Dates dates;

    HomeSections(List<Column> columns, Map<String, List<Entry>> entries, Links links, Dates dates) {
        this.columns = columns;
        this.entries = entries;
        this.links = links;
        this.dates = dates;
    }

    /** The news column, or the first column of a site that has none. */
    Optional<Column> news() {
        return find(column -> column.type().equals(NEWS) && !isNotices(column))
                .or(() -> columns.stream().findFirst());
    }

    Optional<Column> notices() {
        return find(HomeSections::isNotices);
    }

    /** Policy documents, their explanations, and what answers the public. */
    List<Column> documents() {
        return DOCUMENTS.stream()
                .flatMap(type -> find(column -> column.type().equals(type)).stream())
                .toList();
    }

    /** The columns where something can be done, the second-level ones where a column has any. */
    List<Tile> services(int limit) {
        return SERVICES.keySet().stream()
                .flatMap(type -> columns.stream().filter(column -> column.type().equals(type)))
                .filter(column -> below(column).isEmpty())
                .limit(limit)
                .map(column -> new Tile(column.name(), links.column(column.key()), icon(column)))
                .toList();
    }

    private static String icon(Column column) {
        return column.name().contains(FOR_BUSINESS) ? "building" : SERVICES.getOrDefault(column.type(), "book");
    }

    /** Every first-level column with those below it. */
    List<Group> map() {
        return columns.stream()
                .filter(column -> column.parent().isEmpty())
                .map(column -> new Group(
                        link(column), below(column).stream().map(this::link).toList()))
                .toList();
    }

    Section section(Column column, int limit) {
        List<Line> lines = entries(column).stream()
                .limit(limit)
                .map(entry -> new Line(entry.title(), links.article(entry.id()), dates.day(entry.published())))
                .toList();
        return new Section(column.name(), links.column(column.key()), lines);
    }

    /**
     * The newest articles of the column and of those below it; each once, though it may be in several. Notices stand
     * beside the news and are not repeated among them.
     */
    List<Entry> entries(Column column) {
        List<Entry> all = new ArrayList<>();
        Stream.concat(Stream.of(column), below(column).stream().filter(each -> !isNotices(each)))
                .flatMap(each -> entries.getOrDefault(each.key(), List.of()).stream())
                .filter(entry -> all.stream().noneMatch(known -> known.id() == entry.id()))
                .forEach(all::add);
        all.sort(Comparator.comparing(Entry::published).reversed());
        return all;
    }

    private static boolean isNotices(Column column) {
        return column.name().contains(NOTICES);
    }

    private Optional<Column> find(Predicate<Column> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    private List<Column> below(Column column) {
        return columns.stream()
                .filter(each -> each.parent().equals(Optional.of(column.key())))
                .toList();
    }

    private Link link(Column column) {
        return new Link(column.name(), links.column(column.key()));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
