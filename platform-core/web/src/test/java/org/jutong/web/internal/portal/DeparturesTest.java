package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;
import static org.jutong.web.internal.portal.DemoProvince.ROOT;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;

class DeparturesTest {

    private static final Pattern WAY = Pattern.compile("/sites/5200000001/articles/(\\d+)/leave/([0-9a-f]{16})");
    private final DemoPortal portal = new DemoPortal();

    private long article(String body) {
        return portal.province.publish(ROOT, "notices", "通知", body, "2017-07-21T00:22:00Z");
    }

    private String page(long id) {
        return portal.renderer.article(portal.view(ROOT), id).html();
    }

    @Test
    void aLinkThatLeadsOutGoesByANoticeThatNamesItsAddress() {
        long id =
                article("<p><a href=\"https://example.com/a?b&#61;1&amp;c&#61;&#34;&lt;2\" rel=\"nofollow\">外</a></p>");
        String html = page(id);
        assertThat(html).doesNotContain("example.com");
        Matcher way = WAY.matcher(html);
        assertThat(way.find()).isTrue();

        String notice =
                portal.renderer.leave(portal.view(ROOT), id, way.group(2)).html();
        assertThat(notice)
                .contains("您访问的链接即将离开“贵州省人民政府”")
                .contains("<a class=\"button primary\" href=\"https://example.com/a?b=1&amp;c=&quot;&lt;2\""
                        + " rel=\"external nofollow noopener noreferrer\">")
                .contains("href=\"/sites/5200000001/articles/" + id + "\"");
        assertThat(portal.renderer.article(portal.traditional(ROOT), id).html())
                .contains("/hant/sites/5200000001/articles/" + id + "/leave/" + way.group(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.gov.cn/",
                "http://www.example.gov.cn/a",
                "https://zwfw.example.org/x",
                "/sites/5200000001/",
                "mailto:a&#64;example.com",
                "#top"
            })
    void aLinkThatStaysIsLeftAsItIs(String href) {
        assertThat(page(article("<p><a href=\"" + href + "\">内</a></p>")))
                .contains("href=\"" + href + "\"")
                .doesNotContain("/leave/");
    }

    @Test
    void onlyLinksThatStandInAnArticleOfTheSiteHaveANotice() {
        long with = article("<p><a href=\"https://example.com/\">外</a></p>");
        long without = article("<p>正文</p>");
        Matcher way = WAY.matcher(page(with));
        assertThat(way.find()).isTrue();
        String key = way.group(2);
        assertRefused(() -> portal.renderer.leave(portal.view(ROOT), without, key), "page_not_found");
        assertRefused(() -> portal.renderer.leave(portal.view(ROOT), with, "0123456789abcdef"), "page_not_found");
        assertRefused(() -> portal.renderer.leave(portal.view(GUIYANG), with, key), "article_not_found");
    }

    private static void assertRefused(Runnable call, String code) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
