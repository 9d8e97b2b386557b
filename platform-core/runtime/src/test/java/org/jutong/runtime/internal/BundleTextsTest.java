package org.jutong.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class BundleTextsTest {

    @TempDir
    Path folder;

    private TestFramework framework;
    private BundleTexts texts;

    @BeforeEach
    void start() throws BundleException {
        framework = new TestFramework(folder);
        texts = new BundleTexts(framework.context());
    }

    @AfterEach
    void stop() throws Exception {
        texts.close();
        framework.close();
    }

    @Test
    void aTextComesInTheLanguageThatIsAskedForElseInChinese() throws Exception {
        drop("a", "hello=您好\nbye=再见", "hello=Hello");
        assertThat(texts.say(Locale.ENGLISH, "hello")).isEqualTo("Hello");
        assertThat(texts.say(Locale.UK, "hello")).isEqualTo("Hello");
        assertThat(texts.say(Texts.CHINESE, "hello")).isEqualTo("您好");
        assertThat(texts.say(Locale.FRENCH, "hello")).isEqualTo("您好");
        assertThat(texts.say(Locale.ENGLISH, "bye")).isEqualTo("再见");
        assertThat(texts.say(Locale.ENGLISH, "none")).isEqualTo("none");
    }

    @Test
    void aRefusalIsSaidWithItsArguments() throws Exception {
        drop("a", "problem.gone=信件 {0} 不存在", "problem.gone=No letter {0}");
        assertThat(texts.say(Texts.CHINESE, Problem.notFound("gone", 1234567890)))
                .isEqualTo("信件 1234567890 不存在");
    }

    @Test
    void textsGoWithTheirBundleAndAreNotRewordedByALaterOne() throws Exception {
        Bundle first = drop("a", "hello=您好", "");
        drop("b", "hello=滚开", "");
        assertThat(texts.say(Texts.CHINESE, "hello")).isEqualTo("您好");
        first.uninstall();
        assertThat(texts.say(Texts.CHINESE, "hello")).isEqualTo("滚开");
    }

    @Test
    void allTextsBelowAPrefixAreGivenWithoutIt() throws Exception {
        drop("a", "ui.save=保存\nui.open=打开\nother=x", "ui.save=Save the page''s text");
        assertThat(texts.all(Locale.ENGLISH, "ui.")).isEqualTo(Map.of("save", "Save the page's text", "open", "打开"));
    }

    private Bundle drop(String name, String chinese, String english) throws Exception {
        return framework.drop(
                name + ".jar",
                name,
                Map.of(),
                Map.of("JUTONG-INF/texts/zh-CN.properties", chinese, "JUTONG-INF/texts/en.properties", english));
    }

    @Test
    void argumentsMayBeFewerThanPlaceholders() throws Exception {
        drop("a", "x={0} {1}", "");
        assertThat(texts.say(Texts.CHINESE, "x", List.of("一"))).isEqualTo("一 {1}");
    }
}
