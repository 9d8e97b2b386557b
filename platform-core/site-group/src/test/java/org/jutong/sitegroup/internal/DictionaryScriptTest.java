package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryScriptTest {

    private final DictionaryScript script = new DictionaryScript();

    @ParameterizedTest
    @CsvSource({
        "运维系统,運維系統",
        "云平台,雲平臺",
        "云岩区,雲岩區",
        "维系统一,維繫統一",
        "政务公开,政務公開",
        "中国·贵州政府门户网站云平台,中國·貴州政府門戶網站雲平臺",
        "网站群栏目,網站群欄目",
        "为确保发布,為確保發佈",
        "干部和干燥,幹部和乾燥",
        "以后的皇后,以後的皇后",
        "面积与面条,面積與麵條"
    })
    void wordsGoThereAndBack(String simplified, String traditional) {
        assertThat(script.toTraditional(simplified)).isEqualTo(traditional);
        assertThat(script.toSimplified(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @CsvSource({"運維繫統,运维系统", "平台和平臺,平台和平台", "隨著原著,随着原著", "産生裏面,产生里面", "乾隆,乾隆", "瞭望,瞭望"})
    void formsThatOthersWriteAreUnderstoodToo(String traditional, String simplified) {
        assertThat(script.toSimplified(traditional)).isEqualTo(simplified);
    }

    @Test
    void whatIsNotHanStays() {
        String page = "<p class=\"a\" title='“”，。'>GB/T 2260 😀 ＡＢ 1/2 &amp; \u0000</p>\n";
        assertThat(script.toTraditional(page)).isEqualTo(page);
        assertThat(script.toSimplified(page)).isEqualTo(page);
        assertThat(script.toTraditional("")).isEmpty();
    }

    @Test
    void aRealArticleComesOutWithoutATraditionalCharacterAndComesBack() throws IOException {
        String article;
        try (InputStream in = DictionaryScriptTest.class.getResourceAsStream("traditional.txt")) {
            article = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String simplified = script.toSimplified(article);
        List<String> left = simplified
                .codePoints()
                .mapToObj(Character::toString)
                .filter(c -> ZhConverterUtil.isTraditional(c) && !ZhConverterUtil.isSimple(c))
                .toList();
        assertThat(left).isEmpty();
        assertThat(simplified).contains("搭建运维系统", "运维服务系统", "面临着", "随着");

        String back = script.toTraditional(simplified);
        assertThat(script.toSimplified(back)).isEqualTo(simplified);
        assertThat(back).contains("運維系統").doesNotContain("運維繫統");
    }
}
