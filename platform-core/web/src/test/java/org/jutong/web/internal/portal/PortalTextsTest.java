package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortalTextsTest {

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(FileTexts.load("en").keySet())
                .isEqualTo(FileTexts.load("zh-CN").keySet());
    }

    @Test
    void theFirstWordsOfAnArticleArePlainText() {
        String body = "<h2>一、情况</h2>\n<p>数据&amp;标准&lt;2017&gt;，<b>统一</b>平台</p><p>第二段</p>";

        assertThat(Summary.of(body, 100)).isEqualTo("数据&标准<2017>，统一平台第二段");
        assertThat(Summary.of(body, 5)).isEqualTo("数据&标准……");
    }

    @Test
    void theQrCodeIsAPathInsideItsPicture() {
        QrCode code = QrCode.of("https://www.example.gov.cn/sites/5201000001/");

        assertThat(code.size()).isBetween(21 + 4, 177 + 4);
        assertThat(code.path()).startsWith("M2 2h7v1h-7z").doesNotContain("-1 ");
    }
}
