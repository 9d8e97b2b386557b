package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.web.internal.portal.DemoProvince.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.plugin.Problem;

/** Feeds as a reader sees that is not ours. */
class FeedsTest {

    private static final String BASE = "https://www.example.gov.cn/sites/5200000001/";

    private final DemoPortal portal = new DemoPortal();

    private String feed(FeedFormat format, String column, int page) {
        return portal.renderer.feed(portal.view(ROOT), Optional.ofNullable(column), format, page);
    }

    private long publish(String title, String body, int minute) {
        return portal.province.publish(
                ROOT,
                "meetings",
                title,
                body,
                Instant.parse("2017-07-21T00:00:00Z").plusSeconds(60L * minute).toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS"})
    void aReaderFindsTheNewestArticlesWithCompleteAddresses(FeedFormat format) throws Exception {
        publish("旧闻", "<p>一</p>", 1);
        long id = publish("<b>要闻</b> & \u0001]]>", "<p><a href=\"/sites/5200000001/articles/1\">二</a></p>", 2);
        SyndFeed read = new SyndFeedInput().build(new StringReader(feed(format, null, 1)));
        assertThat(read.getTitle()).isEqualTo("贵州省人民政府");
        assertThat(read.getEntries()).extracting(SyndEntry::getTitle).containsExactly("<b>要闻</b> & ]]>", "旧闻");
        SyndEntry first = read.getEntries().get(0);
        assertThat(first.getLink()).isEqualTo(BASE + "articles/" + id);
        assertThat(first.getPublishedDate().toInstant()).isEqualTo("2017-07-21T00:02:00Z");
        String html = format == FeedFormat.ATOM
                ? first.getContents().get(0).getValue()
                : first.getDescription().getValue();
        assertThat(html).isEqualTo("<p><a href=\"" + BASE + "articles/1\">二</a></p>");
    }

    @Test
    void applicationsPageThroughAColumnAndReadEachArticleOnce() throws Exception {
        for (int i = 0; i < 45; i++) {
            publish("第" + i, "<p>文</p>", i);
        }
        JsonNode first = new ObjectMapper().readTree(feed(FeedFormat.JSON, "meetings", 1));
        assertThat(first.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(first.at("/items").size()).isEqualTo(20);
        assertThat(first.at("/items/0/title").asText()).isEqualTo("第44");
        assertThat(first.at("/next_url").asText()).isEqualTo(BASE + "columns/meetings/feed.json?page=2");
        JsonNode last = new ObjectMapper().readTree(feed(FeedFormat.JSON, "meetings", 3));
        assertThat(last.at("/items").size()).isEqualTo(5);
        assertThat(last.has("next_url")).isFalse();
        JsonNode article = new ObjectMapper()
                .readTree(portal.renderer.articleJson(
                        portal.view(ROOT), first.at("/items/0/id").asLong()));
        assertThat(article.at("/content_html").asText()).isEqualTo("<p>文</p>");
        assertThat(article.at("/_jutong/column").asText()).isEqualTo("meetings");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        publish("一", "<p>一</p>", 1);
        refused("column_not_found", () -> feed(FeedFormat.ATOM, "nothing", 1));
        refused("page_not_found", () -> feed(FeedFormat.ATOM, "meetings", 2));
        refused("page_not_found", () -> feed(FeedFormat.ATOM, null, 2));
        refused("article_not_found", () -> portal.renderer.articleJson(portal.view(ROOT), 99));
    }

    @Test
    void pagesLeadToTheirFeeds() {
        assertThat(portal.home(ROOT)).contains("type=\"application/atom+xml\"", "/sites/5200000001/feed.atom\"");
        assertThat(portal.renderer.column(portal.view(ROOT), "meetings", 1).html())
                .contains("href=\"/sites/5200000001/columns/meetings/feed.rss\"");
    }

    @Test
    void aScreenGoesOnByItselfWithoutAScript() {
        for (int i = 0; i < 7; i++) {
            publish("<b>第" + i + "</b>", "<p>文</p>", i);
        }
        assertThat(portal.renderer.screen(portal.view(ROOT), 1).html())
                .contains("20;url=/sites/5200000001/screen?page=2", "&lt;b&gt;第6&lt;/b&gt;", "1 / 2")
                .doesNotContain("<script", "style=", "第1");
        assertThat(portal.renderer.screen(portal.view(ROOT), 9).html())
                .contains("20;url=/sites/5200000001/screen\"", "第1", "2 / 2");
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
