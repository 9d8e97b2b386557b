package org.jutong.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jutong.sitegroup.internal.DictionaryScript;

class WebArticleTest {

    private final WebArticle article = WebArticle.parse(page(), new DictionaryScript()::toSimplified);

    @Test
    void theHeadOfThePageBecomesTheFactsOfTheArticle() {
        assertThat(article.title()).isEqualTo("【会议交流】贵州省推进政府网站集约化建设工作情况");
        assertThat(article.source()).isEqualTo("贵州省人民政府网站");
        assertThat(article.author()).isEqualTo("责任编辑：王洋");
        assertThat(article.published()).isEqualTo(Instant.parse("2017-07-21T00:22:00Z"));
    }

    @Test
    void numberedSectionsAreHeadings() {
        assertThat(elements("h2")).containsExactly("一、基本情况", "二、主要做法", "三、取得成效", "四、下一步工作打算");
        assertThat(elements("h3")).hasSize(10).startsWith("（一）加大整合力度，建设统一平台", "（二）完善标准规范，推进数据共享", "（三）明确职责分工，建立安全机制");
        assertThat(elements("p")).allMatch(p -> !p.isBlank());
    }

    @Test
    void theFurnitureOfThePageIsLeftOut() {
        assertThat(article.body()).doesNotContain("EN", "gov.cn", "字号", "打印", "我要纠错", "扫一扫", "责任编辑");
    }

    @Test
    void theWordsAreSimplifiedAndTheirPunctuationIsChinese() {
        assertThat(article.body())
                .contains("二是搭建运维系统。", "搭建了运维服务系统", "3677个，占原有政府网站总数的80%，", "硬件采购", "软件管理", "每年可节约80余万元")
                .contains("2014年，《国务院办公厅关于加强政府网站信息内容建设的意见》（国办发〔2014〕57号）")
                .contains("面临着不少困难", "分布式部署", "数据“聚集”问题".substring(2));
        assertThat(article.body()).doesNotContainPattern("[,;:()?!]");
    }

    @Test
    void aPageOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> WebArticle.parse("EN\n", t -> t)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> elements(String name) {
        return Pattern.compile("<" + name + ">(.*?)</" + name + ">")
                .matcher(article.body())
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    private static String page() {
        try (InputStream in = WebArticleTest.class.getResourceAsStream("/JUTONG-INF/demo/guizhou-article.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
