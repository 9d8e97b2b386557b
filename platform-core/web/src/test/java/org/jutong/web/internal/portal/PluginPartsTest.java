package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;
import static org.jutong.web.internal.portal.DemoProvince.NANMING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.View;

class PluginPartsTest {

    private final DemoPortal portal = new DemoPortal();

    @Test
    void aPluginShowsOnTheSitesThatHaveItAndNowhereElse() {
        portal.plugins.enable(GUIYANG, DemoPortal.LETTERS);

        assertThat(portal.home(GUIYANG))
                .contains("公开来信", "href=\"/sites/5201000001/plugins/interaction/letters/3\"")
                .contains("<li class=\"service\"><a href=\"/sites/5201000001/plugins/interaction/new\">我要写信</a>");
        assertThat(portal.home(NANMING)).doesNotContain("公开来信", "我要写信");
    }

    @Test
    void aBlockThatFailsLeavesALabelledGapAndThePageIsNotKept() {
        portal.plugins.enable(
                GUIYANG,
                site -> {
                    throw new IllegalStateException("broken on purpose");
                },
                DemoPortal.LETTERS);
        Page page = portal.renderer.home(portal.view(GUIYANG));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.complete()).isFalse();
        assertThat(page.html()).contains("政民互动", "本栏目暂时无法显示", "公开来信").doesNotContain("broken on purpose");
    }

    @Test
    void aTemplateThatFailsLeavesTheSameGap() {
        for (String template : List.of("broken.peb", "missing.peb")) {
            portal.plugins.enable(GUIYANG, site -> new View(template, "公开来信", Map.of()));
            assertThat(portal.home(GUIYANG)).as(template).contains("本栏目暂时无法显示");

            Page page = portal.plugin(portal.view(GUIYANG), new View(template, "我要写信", Map.of()), Optional.empty());
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.complete()).isFalse();
            assertThat(page.html()).contains("本栏目暂时无法显示", "网站标识码");
        }
    }

    @Test
    void aPluginsTemplateCannotSwitchEscapingOff() {
        portal.plugins.enable(
                GUIYANG, site -> new View("raw.peb", "公开来信", Map.of("title", "<script>alert(1)</script>")));

        assertThat(portal.home(GUIYANG)).contains("本栏目暂时无法显示").doesNotContain("<script>alert");
    }

    @Test
    void aPluginsValuesAreEscaped() {
        portal.plugins.enable(
                GUIYANG,
                site -> new View(
                        "block.peb",
                        "<b>公开来信",
                        Map.of("letters", List.of(Map.of("id", 1, "title", "<img src=x>", "date", "2017-08-02")))));

        assertThat(portal.home(GUIYANG)).contains("&lt;img src=x&gt;", "&lt;b&gt;公开来信");
    }

    @Test
    void aFormThatWasRefusedComesBackWithWhatIsWrongAndTheProblemsStatus() {
        portal.plugins.enable(GUIYANG);
        Page page = portal.plugin(
                portal.view(GUIYANG),
                new View("form.peb", "我要写信", Map.of("title", "办事")),
                Optional.of(Problem.invalid("title_length", "title")));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("class=\"field invalid\"", "problem.title_length", "value=\"办事\"");
    }
}
