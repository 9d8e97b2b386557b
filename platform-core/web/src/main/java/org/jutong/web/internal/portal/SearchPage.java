package org.jutong.web.internal.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.search.ArticleSearch;
import org.jutong.search.Found;
import org.jutong.search.Found.Hit;
import org.jutong.search.Question;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

/** What the page of a search shows besides the frame. It works without a script: every choice is in its address. */
record SearchPage(ArticleSearch search, Columns columns, Sites sites, Dates dates) {

    private static final int HITS = 10;
    private static final int PAGES = ArticleSearch.FARTHEST / HITS;
    private static final int REACH = 2;
    private static final String EVERYWHERE = "all";
    private static final String BELOW = "below";

    /** @param problem that kept it from being answered; the form is shown with it */
    record Answer(Map<String, Object> model, Optional<Problem> problem) {}

    /**
     * A hit.
     *
     * @param title escaped HTML
     * @param excerpt escaped HTML
     */
    public record Shown(
            String title,
            String excerpt,
            String url,
            String site,
            String column,
            String date,
            String number,
            Link attachment) {}

    Answer of(PortalView view, UnaryOperator<String> asked) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> form = new HashMap<>();
        for (String name : List.of("q", "in", "column", "from", "until", "number", "subject", "sort")) {
            text(asked.apply(name)).ifPresent(value -> given.put(name, value));
            form.put(name, cut(given.getOrDefault(name, "")));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("given", form);
        model.put(
                "choices",
                columns.of(view.site().code()).stream()
                        .map(column -> new Link(
                                (column.parent().isPresent() ? "　" : "") + column.name(),
                                column.key(),
                                column.key().equals(given.get("column"))))
                        .toList());
        model.put("hits", List.of());
        model.put("pages", List.of());
        model.put("count", "");
        if (given.isEmpty()) {
            return new Answer(model, Optional.empty());
        }
        try {
            Question question = question(view, given, page(asked.apply("page")));
            model.putAll(found(view, search.find(question), question, given));
            return new Answer(model, Optional.empty());
        } catch (Problem refused) {
            return new Answer(model, Optional.of(refused));
        }
    }

    private static Question question(PortalView view, Map<String, String> given, int page) {
        String in = given.getOrDefault("in", "");
        Optional<String> column = Optional.ofNullable(given.get("column")).filter(key -> in.isEmpty());
        return new Question(
                given.getOrDefault("q", ""),
                Optional.of(view.site().code()).filter(site -> !in.equals(EVERYWHERE)),
                in.equals(BELOW),
                column,
                Optional.ofNullable(given.get("subject")),
                day(given, "from"),
                day(given, "until"),
                Optional.ofNullable(given.get("number")),
                "time".equals(given.get("sort")),
                page,
                HITS);
    }

    private Map<String, Object> found(PortalView view, Found found, Question question, Map<String, String> given) {
        int pages = Math.min(PAGES, (found.total() + HITS - 1) / HITS);
        int page = question.page();
        Map<String, Object> model = new HashMap<>();
        model.put("count", found.total() + (found.more() ? "+" : ""));
        model.put("hits", found.hits().stream().map(hit -> shown(view, hit)).toList());
        model.put(
                "pages",
                IntStream.rangeClosed(1, pages)
                        .filter(n -> n == 1 || Math.abs(n - page) <= REACH)
                        .mapToObj(n -> new Link(Integer.toString(n), address(view, given, n), n == page))
                        .toList());
        model.put("newer", page > 1 ? address(view, given, page - 1) : "");
        model.put("older", page < pages ? address(view, given, page + 1) : "");
        return model;
    }

    private Shown shown(PortalView view, Hit hit) {
        SiteCode site = hit.site();
        return new Shown(
                hit.title(),
                hit.excerpt(),
                view.links().home(site) + "articles/" + hit.article(),
                sites.find(site).map(Site::name).orElse(""),
                columns.find(site, hit.column()).map(Column::name).orElse(""),
                dates.day(hit.published()),
                hit.number(),
                hit.attachment()
                        .map(file -> new Link(file.name(), view.links().home(site) + "files/" + file.file(), false))
                        .orElse(null));
    }

    private static String address(PortalView view, Map<String, String> given, int page) {
        Map<String, String> all = new LinkedHashMap<>(given);
        if (page > 1) {
            all.put("page", Integer.toString(page));
        }
        return view.links().search()
                + all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Optional<LocalDate> day(Map<String, String> given, String name) {
        try {
            return Optional.ofNullable(given.get(name))
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 1900 && day.getYear() <= 9998);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("day_invalid", name, "");
        }
    }

    /** No longer than the form takes. */
    private static String cut(String value) {
        return value.substring(0, Math.min(value.length(), ArticleSearch.LONGEST));
    }

    private static int page(String given) {
        return text(given)
                .filter(value -> value.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private static Optional<String> text(String given) {
        return Optional.ofNullable(given).map(String::strip).filter(value -> !value.isEmpty());
    }
}
