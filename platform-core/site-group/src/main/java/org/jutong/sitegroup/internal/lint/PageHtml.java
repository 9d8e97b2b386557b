package org.jutong.sitegroup.internal.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jutong.columns.PageKind;
import org.jutong.columns.lint.FooterItem;
import org.jutong.columns.lint.PageFacts;

/**
 * A rendered page as the linter reads it: meta elements, links, and what the templates mark with {@code data-footer},
 * {@code data-time} and {@code data-document}.
 */
record PageHtml(Document page) {

    static PageHtml of(String html) {
        return new PageHtml(Jsoup.parse(html));
    }

    PageFacts facts(String address, PageKind kind, String host) {
        return PageFacts.of(address, kind, host)
                .withTags(tags())
                .withTimes(page.select("[data-time]").eachAttr("data-time"))
                .withDocument(document("number"), document("index"), document("subject"))
                .withLinks(links());
    }

    Map<FooterItem, String> footer() {
        Map<FooterItem, String> footer = new EnumMap<>(FooterItem.class);
        for (Element each : page.select("[data-footer]")) {
            FooterItem.of(each.attr("data-footer"))
                    .ifPresent(item ->
                            footer.put(item, each.hasAttr("data-value") ? each.attr("data-value") : each.text()));
        }
        return footer;
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        page.select("meta[name]").forEach(tag -> tags.putIfAbsent(tag.attr("name"), tag.attr("content")));
        return tags;
    }

    private List<PageFacts.Link> links() {
        List<PageFacts.Link> links = new ArrayList<>();
        page.select("a[href]").forEach(link -> links.add(new PageFacts.Link(link.attr("href"), false)));
        return links;
    }

    private Optional<String> document(String fact) {
        return Optional.ofNullable(page.selectFirst("[data-document=" + fact + "]"))
                .map(Element::text)
                .filter(text -> !text.isBlank());
    }
}
