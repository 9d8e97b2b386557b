package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;
import static org.jutong.web.internal.portal.DemoProvince.NANMING;
import static org.jutong.web.internal.portal.DemoProvince.ROOT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.View;
import org.jutong.sitegroup.SiteState;

/** Writes each kind of page to {@code target/preview} for the eye, and weighs it. */
class PortalPreviewTest {

    private static final Path OUT = Path.of("target", "preview");
    private static final int LARGEST_PAGE = 100_000;
    private static final int LARGEST_STYLE = 25 << 10;

    private final DemoPortal portal = new DemoPortal();

    @Test
    void everyPageIsLightEnough() throws IOException {
        Files.createDirectories(OUT);
        for (String name : new String[] {"portal.css", "print.css", "portal.js", "mark.svg"}) {
            Files.copy(
                    Path.of("src/main/resources/JUTONG-INF/assets", name),
                    OUT.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.size(OUT.resolve("portal.css"))).isLessThanOrEqualTo(LARGEST_STYLE);

        portal.publish(ROOT, "meetings");
        write("home-root-sparse", portal.renderer.home(portal.view(ROOT)));
        long id = portal.publish(GUIYANG, "meetings");
        write("article", portal.renderer.article(portal.view(GUIYANG), id));
        write("home-county-empty", portal.renderer.home(portal.view(NANMING)));
        SiteCode longest = new SiteCode("5203250001");
        write("home-long-name", portal.renderer.home(portal.view(longest)));
        write("column-empty", portal.renderer.column(portal.view(GUIYANG), "policies", 1));
        write(
                "error-404",
                portal.renderer.error(Optional.of(portal.view(GUIYANG)), Problem.notFound("page_not_found")));
        write("error-bare", portal.renderer.error(Optional.empty(), Problem.of(503, "starting")));

        portal.plugins.enable(GUIYANG, DemoPortal.LETTERS, site -> {
            throw new IllegalStateException("broken on purpose");
        });
        PortalView form = PortalView.of(
                portal.province.require(GUIYANG), false, "/sites/" + GUIYANG + "/plugins/interaction/new");
        String[] departments = {"发展和改革委员会", "教育局", "科学技术局", "工业和信息化局", "公安局", "民政局", "财政局"};
        for (int i = 0; i < departments.length; i++) {
            portal.province.department("520100010" + i, "贵阳市" + departments[i], GUIYANG, SiteState.LIVE);
        }
        write("home-prefecture", portal.renderer.home(portal.view(GUIYANG)));
        write("plugin-form", portal.plugin(form, new View("form.peb", "我要写信", Map.of()), Optional.empty()));
        write(
                "plugin-form-wrong",
                portal.plugin(
                        form,
                        new View("form.peb", "我要写信", Map.of("title", "办事")),
                        Optional.of(Problem.invalid("title_length", "title"))));
        write(
                "plugin-letter",
                portal.plugin(
                        form,
                        new View(
                                "letter.peb",
                                "请问网上办事大厅怎样提交材料",
                                Map.of("question", "听说网上办事大厅已经和政府网站打通。\n请问办理社保卡需要先到哪里提交材料？")),
                        Optional.empty()));
        write("plugin-gap", portal.plugin(form, new View("broken.peb", "我要写信", Map.of()), Optional.empty()));

        for (int i = 1; i <= 130; i++) {
            String column = new String[] {"local-news", "notices", "policies", "interpretation", "responses"}[i % 5];
            portal.province.publish(
                    ROOT,
                    column,
                    "第 " + i + " 篇：关于进一步做好全省政府网站集约化建设有关工作的通知",
                    "<p>正文</p>",
                    "2017-06-%02dT01:00:00Z".formatted(1 + i % 28));
        }
        write("home-root-full", portal.renderer.home(portal.view(ROOT)));
        write("column-full", portal.renderer.column(portal.view(ROOT), "news", 2));
    }

    private static void write(String name, Page page) throws IOException {
        assertThat(page.html().getBytes(StandardCharsets.UTF_8).length).as(name).isLessThan(LARGEST_PAGE);
        String local = page.html().replaceAll("/assets/[0-9a-f]+/", "");
        Files.writeString(OUT.resolve(name + ".html"), local);
    }
}
