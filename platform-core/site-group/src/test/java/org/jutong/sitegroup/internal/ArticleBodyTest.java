package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ArticleBody.clean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBodyTest {

    @Test
    void theMarkupOfAnArticleStays() {
        String body = "<h2>一、基本情况</h2><h3>（一）</h3><p class=\"text-right\">正文<br />“聚通用”</p><ul><li>一</li></ul>"
                + "<table><tbody><tr><th scope=\"col\">代码</th><td colspan=\"2\">520000</td></tr></tbody></table>";
        assertThat(clean(body)).isEqualTo(body);
    }

    @Test
    void linksSayThatTheyAreNotFollowed() {
        assertThat(clean("<a href=\"https://www.gov.cn/\">网</a>"))
                .contains("href=\"https://www.gov.cn/\"")
                .contains("noopener")
                .contains("nofollow");
    }

    @Test
    void picturesComeFromThePlatformAlone() {
        assertThat(clean("<p>文</p><img src=\"/files/a.png\" alt=\"图\" />")).contains("/files/a.png");
        for (String src : new String[] {
            "https://example.org/a.png",
            "//example.org/a.png",
            "/\\example.org/a.png",
            "data:image/png;base64,AA",
            "a.png"
        }) {
            assertThat(clean("<p>文</p><img src=\"" + src + "\" alt=\"图\" />")).doesNotContain("src=");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>文</p><script>alert(1)</script>",
                "<p onclick=\"alert(1)\">文</p>",
                "<p style=\"background:url(javascript:alert(1))\">文</p>",
                "<a href=\"javascript:alert(1)\">文</a>",
                "<a href=\" jav&#x09;ascript:alert(1)\">文</a>",
                "<a href=\"vbscript:alert(1)\">文</a>",
                "<a href=\"data:text/html,alert(1)\">文</a>",
                "<img src=x onerror=alert(1)>文",
                "<svg onload=alert(1)><text>文</text></svg>文",
                "<svg><script>alert(1)</script></svg>文",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>文",
                "<iframe srcdoc=\"alert(1)\"></iframe>文",
                "<p>文<scr<script>ipt>alert(1)</scr</script>ipt></p>",
                "<form action=\"https://evil\"><input value=\"alert(1)\"></form>文",
                "<object data=\"alert(1)\"></object>文",
                "<template><img src=x onerror=alert(1)></template>文",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">文</noscript>文",
                "<style>@import 'alert(1)'</style>文",
                "<p class=\"site-header text-left\">文</p>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>文",
                "<base href=\"https://evil/\">文"
            })
    void nothingThatRunsOrDisguisesGetsThrough(String body) {
        String clean = clean(body);
        assertThat(clean).contains("文");
        assertThat(clean.replaceAll("<[^>]*>", "文"))
                .as("no markup hidden in the text")
                .doesNotContain("<");
        assertThat(clean)
                .doesNotContainPattern("(?i)<(script|style|svg|math|iframe|object|form|input|meta|base|template)")
                .doesNotContainPattern("(?i)<[^>]*(onclick|onerror|onload|style=|javascript|vbscript|data:|class=)");
    }
}
