package org.jutong.web.internal.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.web.internal.portal.Feeds.Feed;
import org.jutong.web.internal.portal.Feeds.Item;

/** Feeds as JSON Feed 1.1, which mobile applications page through, and single articles in the same shape. */
final class FeedJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FeedJson() {}

    static String feed(Feed feed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", feed.title());
        json.put("home_page_url", feed.home());
        json.put("feed_url", feed.self() + ".json");
        if (feed.next() > 0) {
            json.put("next_url", feed.self() + ".json?page=" + feed.next());
        }
        json.put("language", "zh-CN");
        json.put("items", feed.items().stream().map(FeedJson::shape).toList());
        return write(json);
    }

    /** One article with what else an application shows of it. */
    static String article(Item item) {
        Map<String, Object> json = shape(item);
        Article article = item.article();
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("column", item.placed().column().key());
        more.put("column_name", item.placed().column().name());
        article.document().number().ifPresent(number -> more.put("document_number", number));
        article.document().index().ifPresent(index -> more.put("index_number", index));
        article.document().subject().ifPresent(subject -> more.put("subject", subject));
        neighbour(more, "newer", item.placed().previous());
        neighbour(more, "older", item.placed().next());
        json.put("_jutong", more);
        return write(json);
    }

    private static void neighbour(Map<String, Object> json, String name, Optional<Entry> entry) {
        entry.ifPresent(other -> json.put(name, Map.of("id", Long.toString(other.id()), "title", other.title())));
    }

    private static Map<String, Object> shape(Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Long.toString(item.article().id()));
        json.put("url", item.url());
        json.put("title", item.article().title());
        json.put("content_html", item.html());
        json.put("summary", item.summary());
        json.put("date_published", item.published().toString());
        json.put("authors", List.of(Map.of("name", item.article().source())));
        return json;
    }

    private static String write(Map<String, Object> json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
