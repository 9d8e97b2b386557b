package org.jutong.sitegroup.internal.importing;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.internal.ArticleBody;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.importing.Mapping.Place;

/** Makes articles of old pages. For one thread. */
final class PageReader {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Pattern LABEL =
            Pattern.compile("^[\\[【（(]?(?:文章|信息|稿件)?(?:来源|来源于|作者|责任编辑|编辑|发布机构|发布单位)\\s*[:：]\\s*");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029\\uFEFF]+");
    private static final String BLOCKS =
            "div, center, section, article, pre, p, table, ul, ol, li, h2, h3, h4, blockquote";
    private static final int LONGEST_TIME = 300;

    private final Mapping mapping;
    private final OldSite site;
    private final String siteName;

    /** @param siteName the source of pages that name none */
    PageReader(Mapping mapping, OldSite site, String siteName) {
        this.mapping = mapping;
        this.site = site;
        this.siteName = siteName;
    }

    static Document parse(byte[] bytes) {
        return Jsoup.parse(TextEncoding.decode(bytes).text());
    }

    /** Whether the page has something at this place. */
    static boolean has(Document page, Place place) {
        return place.selectors().stream()
                .anyMatch(selector -> !page.select(selector).isEmpty());
    }

    /** @throws Problem why it can be no article, such as {@code title_missing}, {@code time_missing} */
    OldPage read(String path, String column, byte[] bytes) {
        TextEncoding.Decoded text = TextEncoding.decode(bytes);
        Document page = Jsoup.parse(text.text());
        Instant time = time(page);
        String title = PlainText.required("title", said(page, mapping.title()), 200);
        String source = unlabelled(said(page, mapping.source()));
        String author = said(page, mapping.author());
        Set<String> files = new TreeSet<>();
        List<String> left = new ArrayList<>();
        String body = body(path, page, files, left);
        Draft draft = new Draft(
                title,
                PlainText.required("source", source.isEmpty() ? siteName : source, 100),
                PlainText.optional("author", author, 100),
                ArticleBody.clean(body),
                column,
                Optional.of(time));
        return new OldPage(path, draft, files, left, text.sure());
    }

    private static Optional<Element> first(Document page, Place place) {
        for (Evaluator selector : place.selectors()) {
            Element found = page.selectFirst(selector);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String said(Document page, Place place) {
        String words = first(page, place)
                .map(found -> found.normalName().equals("meta") ? found.attr("content") : found.text())
                .orElse("");
        return INVISIBLE.matcher(words).replaceAll(" ").strip();
    }

    private static String unlabelled(String words) {
        return LABEL.matcher(words).replaceFirst("").strip();
    }

    /** The first time in the words, in any of the formats. */
    private Instant time(Document page) {
        String words = said(page, mapping.time());
        String searched = words.length() > LONGEST_TIME ? words.substring(0, LONGEST_TIME) : words;
        for (DateTimeFormatter format : mapping.formats()) {
            for (int at = 0; at < searched.length(); at++) {
                boolean begins = Character.isDigit(searched.charAt(at))
                        && (at == 0 || !Character.isDigit(searched.charAt(at - 1)));
                Optional<Instant> found = begins ? time(format, searched, at) : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw Problem.of(400, words.isEmpty() ? "time_missing" : "time_not_understood", searched);
    }

    private static Optional<Instant> time(DateTimeFormatter format, String words, int at) {
        ParsePosition end = new ParsePosition(at);
        if (format.parseUnresolved(words, end) == null || end.getErrorIndex() >= 0) {
            return Optional.empty();
        }
        try {
            TemporalAccessor found = format.parse(words.substring(at, end.getIndex()));
            LocalDate day = found.query(TemporalQueries.localDate());
            LocalTime hour = Optional.ofNullable(found.query(TemporalQueries.localTime()))
                    .orElse(LocalTime.MIDNIGHT);
            return Optional.ofNullable(day)
                    .map(d -> d.atTime(hour).atZone(BEIJING).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private String body(String path, Document page, Set<String> files, List<String> left) {
        Element body = first(page, mapping.body()).orElseThrow(() -> Problem.invalid("body_missing", "body"));
        mapping.remove().selectors().forEach(selector -> body.select(selector).forEach(Element::remove));
        body.select("a[href]").forEach(link -> relink(path, link, "href", files, left));
        body.select("img[src]").forEach(picture -> relink(path, picture, "src", files, left));
        body.select("h1").forEach(heading -> heading.tagName("h2"));
        body.select("h5, h6").forEach(heading -> heading.tagName("h4"));
        body.select("div, center, section, article, pre").stream()
                .filter(block -> block != body && block.select(BLOCKS).size() == 1)
                .forEach(block -> block.tagName("p"));
        return body.html();
    }

    private void relink(String page, Element element, String attribute, Set<String> files, List<String> left) {
        String link = element.attr(attribute);
        Optional<String> path = OldPath.ofLink(page, link, mapping.address());
        if (path.isPresent() && site.has(path.get())) {
            boolean toPage = attribute.equals("href") && mapping.isPage(path.get());
            if (!toPage) {
                files.add(path.get());
            }
            String fragment = toPage ? OldPath.fragment(link).replaceAll("[^#A-Za-z0-9_-]", "") : "";
            element.attr(attribute, OldLinks.PREFIX + OldPath.encoded(path.get()) + fragment);
        } else if (path.isPresent() && !mapping.address().isEmpty() && attribute.equals("href")) {
            element.attr(attribute, mapping.address() + OldPath.encoded(path.get()));
        } else if (path.isPresent() || !isElsewhere(link)) {
            left.add(link);
            element.removeAttr(attribute);
        }
    }

    private static boolean isElsewhere(String link) {
        return link.strip().matches("(?is)(https?:|mailto:|tel:|#).*");
    }
}
