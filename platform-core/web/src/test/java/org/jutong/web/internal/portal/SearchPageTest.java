package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.search.ArticleSearch;
import org.jutong.search.Found;
import org.jutong.search.Found.Hit;
import org.jutong.search.Question;

class SearchPageTest implements ArticleSearch {

    private final DemoPortal portal = new DemoPortal();
    private final SiteCode site = portal.province.root().orElseThrow().code();
    private final List<Question> asked = new ArrayList<>();
    private int total = 35;

    @Override
    public Found find(Question question) {
        asked.add(question);
        if (question.words().length() > LONGEST) {
            throw Problem.invalid("query_too_long", "q", LONGEST);
        }
        Hit hit = new Hit(
                7,
                "<em>网站</em>与&lt;b&gt;",
                "一段<em>网站</em>",
                site,
                "news",
                Instant.parse("2017-07-21T00:22:00Z"),
                "省政府",
                "黔府发〔2017〕17号",
                Optional.of(new Found.Attachment("附件<1>.pdf", "abc.pdf")));
        return new Found(total == 0 ? List.of() : Collections.nCopies(10, hit), total, false);
    }

    @Override
    public List<String> suggest(Optional<SiteCode> where, String typed, int limit) {
        return List.of();
    }

    private Page page(Map<String, String> given) {
        return portal.renderer.search(portal.view(site), this, given::get);
    }

    @Test
    void everyPageHasTheBoxAndTheFormAsksNothingByItself() {
        assertThat(portal.home(site)).contains("action=\"/sites/" + site + "/search\"");
        Page page = page(Map.of());
        assertThat(asked).isEmpty();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("type=\"date\"").doesNotContain("role=\"status\"");
    }

    @Test
    void hitsAreShownWithWhatWasLookedForAndTheWayToTheNext() {
        String html = page(Map.of("q", "网站 \"><script>", "page", "2", "from", "2017-07-01"))
                .html();
        assertThat(asked.get(0).words()).isEqualTo("网站 \"><script>");
        assertThat(asked.get(0).site()).contains(site);
        assertThat(asked.get(0).page()).isEqualTo(2);
        assertThat(asked.get(0).from()).contains(LocalDate.parse("2017-07-01"));
        assertThat(html)
                .contains(
                        "<h2><a href=\"/sites/" + site + "/articles/7\"><em>网站</em>与&lt;b&gt;</a></h2>",
                        "找到 35 条",
                        "黔府发〔2017〕17号",
                        "2017-07-21",
                        "<a href=\"/sites/" + site + "/files/abc.pdf\">附件&lt;1&gt;.pdf</a>",
                        "&amp;page=3\"")
                .doesNotContain("\"><script>");
    }

    @Test
    void theWholePlatformIsAskedWhereSomebodySaysSo() {
        page(Map.of("q", "网站", "in", "all", "column", "news", "sort", "time"));
        page(Map.of("q", "网站", "in", "below"));
        page(Map.of("q", "网站", "column", "news"));
        assertThat(asked)
                .extracting(Question::site)
                .containsExactly(Optional.empty(), Optional.of(site), Optional.of(site));
        assertThat(asked).extracting(Question::below).containsExactly(false, true, false);
        assertThat(asked)
                .extracting(Question::column)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("news"));
        assertThat(asked).extracting(Question::newest).containsExactly(true, false, false);
    }

    @Test
    void nothingFoundAndWhatIsRefusedAreSaid() {
        total = 0;
        assertThat(page(Map.of("q", "无")).html()).contains("没有找到相关内容");
        Page refused = page(Map.of("q", "长".repeat(10_000)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("role=\"alert\"").hasSizeLessThan(100_000);
        assertThat(page(Map.of("q", "一", "from", "昨天")).status()).isEqualTo(400);
        assertThat(page(Map.of("q", "一", "page", "-1")).status()).isEqualTo(200);
    }
}
