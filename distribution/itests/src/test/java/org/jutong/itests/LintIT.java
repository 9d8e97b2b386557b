package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** The linter at publishing and over a site, and the notice before a link that leads out. */
@Tag("database")
class LintIT {

    private static final String SITE = "5203020001";
    private static final String FINDINGS = "/sites/" + SITE + "/findings";

    private final Platform platform = Shared.hunted();
    private final Api admin = platform.admin();

    @Test
    void whatBreaksARuleIsNotPublishedAndIsWhenItIsMended() {
        Map<String, Object> draft = new LinkedHashMap<>(Map.of(
                "title", "关于印发办法的通知",
                "source", "遵义市红花岗区人民政府",
                "body",
                        "<p>见<a href=\"https://example.com/a?b=1&c=2\">全文</a>和<a href=\"https://www.gov.cn/\">国务院</a>。</p>",
                "column", "notices",
                "documentNumber", "红府发[2017]047号"));
        Api.Answer written = admin.post("/sites/" + SITE + "/articles", draft);
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        String article = "/articles/" + written.json().path("id").asText();
        long id = written.json().path("id").asLong();
        Api.Answer refused = Province.publish(platform, admin, id);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("lint_failed");
        JsonNode error = refused.json().path("errors").path(0);
        assertThat(error.path("code").asText()).isEqualTo("document-number");
        assertThat(error.path("title").asText()).contains("红府发[2017]047号", "六角括号");
        assertThat(error.path("source").asText()).contains("GB/T 9704");
        assertThat(admin.get(article).json().path("state").asText()).isEqualTo("draft");
        assertThat(admin.get(article + "/findings")
                        .json()
                        .path("items")
                        .path(0)
                        .path("suggestion")
                        .asText())
                .isEqualTo("红府发〔2017〕47号");

        draft.put("documentNumber", "红府发〔2017〕47号");
        draft.put("version", written.json().path("version").asInt());
        assertThat(admin.put(article, draft).status()).isEqualTo(200);
        Api.Answer published = Province.publish(platform, admin, id);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(admin.get(article + "/findings").json().path("items")).isEmpty();
        goesByTheNotice("/sites/" + SITE + article);
    }

    private void goesByTheNotice(String page) {
        String html = platform.api().page(page).text();
        assertThat(html)
                .contains("红府发〔2017〕47号", "href=\"https://www.gov.cn/\"")
                .doesNotContain("example.com");
        Matcher way = Pattern.compile(page + "/leave/[0-9a-f]{16}").matcher(html);
        assertThat(way.find()).isTrue();
        Api.Answer notice = platform.api().page(way.group());
        assertThat(notice.status()).isEqualTo(200);
        assertThat(notice.text()).contains("您访问的链接即将离开", "href=\"https://example.com/a?b=1&amp;c=2\"");
        assertThat(platform.api().page(page + "/leave/0123456789abcdef").status())
                .isEqualTo(404);
    }

    @Test
    void aWholeSiteIsCheckedAndOneFindingIsLookedForAgain() {
        assertThat(Shell.run(platform, "column:lint " + SITE + " --follow")).contains("footer-item", "错误", "公安机关备案号");
        JsonNode police = finding("footer:police-number");
        assertThat(police.path("state").asText()).isEqualTo("open");
        assertThat(police.path("words").asText()).contains("公安机关备案号");
        assertThat(pages()).noneMatch(page -> page.startsWith("/columns/"));
        String one = FINDINGS + "/" + police.path("id").asText();
        assertThat(admin.post(one + "/check", Map.of()).json().path("state").asText())
                .isEqualTo("open");
        Api.Answer filed =
                admin.put("/sites/" + SITE + "/filing", Map.of("police", "黔公网安备52030202000001号", "reason", "补登备案"));
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        assertThat(admin.post(one + "/check", Map.of()).json().path("state").asText())
                .isEqualTo("mended");
        assertThat(admin.get(one).json().path("mended").asText()).isNotEmpty();
        assertThat(Shell.run(platform, "column:lint " + SITE + " --found")).doesNotContain("公安机关备案号");
        assertThat(admin.get(FINDINGS + "/x").code()).isEqualTo("finding_not_found");
        assertThat(platform.api().get(FINDINGS).status()).isEqualTo(401);
    }

    private JsonNode finding(String field) {
        for (JsonNode each : admin.get(FINDINGS).json().path("items")) {
            if (each.path("field").asText().equals(field)) {
                return each;
            }
        }
        throw new AssertionError(field + " is not found");
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>();
        admin.get(FINDINGS)
                .json()
                .path("items")
                .forEach(f -> pages.add(f.path("page").asText()));
        return pages;
    }
}
