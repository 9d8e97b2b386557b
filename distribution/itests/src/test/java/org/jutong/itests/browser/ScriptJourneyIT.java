package org.jutong.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * What somebody types never runs in anybody's browser. The list is the product's own; every line of it calls {@code ran}. It
 * is put into an article's text and rendered bare, without the content security policy of the pages, and into every other
 * field, where the pages are looked at as they are: there even an attempt that the policy stopped would be a complaint.
 */
class ScriptJourneyIT {

    private static final String ARTICLES = "/sites/" + Province.PROVINCE + "/articles";
    private static final String BENIGN = "<h2>一、总则</h2><p>第一条 <strong>各单位</strong>应当<em>按时</em>办理，见"
            + "<a href=\"/sites/5200000001/\">省政府网站</a>。</p><ul><li>甲</li><li>乙</li></ul><ol><li>其一</li></ol>"
            + "<blockquote><p>引文</p></blockquote><table><tbody><tr><th colspan=\"2\">表头</th></tr>"
            + "<tr><td>左</td><td>右</td></tr></tbody></table>";

    private static List<String> scripts;

    private final Platform platform = Shared.platform();
    private final Api admin = platform.admin();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = ScriptJourneyIT.class.getResourceAsStream("scripts.txt")) {
            scripts = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(scripts).hasSizeGreaterThan(90);
    }

    @Test
    void noTextRunsEvenWithoutAPolicyAndWhatIsMeantStays() {
        String all = BENIGN;
        try (Visit visit = watched()) {
            Page page = visit.page();
            for (String script : scripts) {
                page.navigate("about:blank");
                String kept = stored(all + script + "<p>结尾</p>");
                page.setContent("<!doctype html><meta charset=utf-8><main>" + kept + "</main>");
                for (String tag :
                        List.of("h2", "strong", "em", "ul > li", "ol > li", "blockquote", "th[colspan='2']", "td")) {
                    assertThat(page.locator("main " + tag).count())
                            .as(script + " keeps " + tag)
                            .isPositive();
                }
                poke(page);
                assertThat(ran(page)).as(script).isZero();
                assertThat(page.locator("main a").first().getAttribute("href")).isEqualTo("/sites/5200000001/");
            }
        }
    }

    /** What the platform keeps of a text. */
    private String stored(String body) {
        Map<String, Object> draft = new HashMap<>(Province.draft("正文试验"));
        draft.put("body", body);
        Api.Answer written = admin.post(ARTICLES, draft);
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        return written.json().path("body").asText();
    }

    /** Does to everything what a reader might: points at it, clicks on it, focuses it; links to pages are not followed. */
    private static void poke(Page page) {
        page.evaluate("() => { document.addEventListener('click', event => {"
                + " if (/^(https?:|[/#])/.test(event.target.closest('a')?.getAttribute('href'))) event.preventDefault(); });"
                + " document.querySelectorAll('main *').forEach(each => {"
                + " for (const type of ['mouseover', 'pointerenter', 'focus', 'click', 'toggle'])"
                + " each.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true })); }); }");
        page.waitForTimeout(20);
    }

    @Test
    void noFieldRunsAnywhere() {
        List<Long> articles = published();
        correct(articles.get(0));
        try (Visit visit = watched()) {
            Page page = visit.page();
            for (long id : articles) {
                looked(visit, "/sites/" + Province.PROVINCE + "/articles/" + id);
            }
            looked(visit, "/sites/" + Province.PROVINCE + "/columns/notices/");
            looked(visit, "/sites/" + Province.PROVINCE + "/");
            for (String script : scripts) {
                looked(visit, "/sites/" + Province.PROVINCE + "/search?q=" + encoded(script));
            }
            visit.signIn("admin", Platform.PASSWORD);
            for (String path :
                    List.of("articles", "rules", "words", "search", "reviews", "articles/" + articles.get(0))) {
                looked(visit, "/console/" + path);
            }
            page.locator("h1").first().waitFor();
            visit.picture("console-article-with-script");
            page.getByText("历史版本").click();
            page.locator("table.differences ins").first().waitFor();
            assertThat(ran(page)).isZero();
            visit.afterRefusals().assertQuiet();
        }
        articles.forEach(id -> Province.withdraw(admin, id));
    }

    /** Articles with the lines of the list in title, source and author, and rules with some in their names. */
    private List<Long> published() {
        List<Api> reviewers = Province.reviewers(platform);
        List<Long> published = new ArrayList<>();
        List<String> few =
                scripts.stream().filter(script -> script.length() <= 90).toList();
        for (int i = 0; i < few.size(); i += 12) {
            Map<String, Object> draft = new HashMap<>(Province.draft("题" + i + few.get(i)));
            draft.put("source", few.get((i + 1) % few.size()));
            draft.put("author", few.get((i + 2) % few.size()));
            draft.put("body", BENIGN + String.join("\n", few.subList(i, Math.min(i + 12, few.size()))));
            Api.Answer written = admin.post(ARTICLES, draft);
            assertThat(written.status()).as(written.text()).isEqualTo(201);
            long id = written.json().path("id").asLong();
            Api.Answer done = Province.publish(reviewers, admin, id);
            assertThat(done.status()).as(done.text()).isEqualTo(200);
            published.add(id);
        }
        for (int i = 0; i < 3; i++) {
            Api.Answer rule = admin.post(
                    "/push-rules",
                    Map.of(
                            "name",
                            scripts.get(17 + i)
                                    .substring(
                                            0, Math.min(60, scripts.get(17 + i).length())),
                            "from",
                            Map.of("site", Province.GUIYANG),
                            "column",
                            List.of("notices", "meetings", "leaders").get(i),
                            "into",
                            "notices",
                            "to",
                            Map.of("site", Province.ZUNYI)));
            assertThat(rule.status()).as(rule.text()).isIn(201, 409, 400);
        }
        return published;
    }

    /** A correction, so that there are two versions to compare. */
    private void correct(long id) {
        Map<String, Object> draft = new HashMap<>(Province.draft("更正" + scripts.get(0)));
        draft.put("version", admin.get("/articles/" + id).json().path("version").asInt());
        draft.put("body", BENIGN + String.join("", scripts));
        Api.Answer revised = admin.put("/articles/" + id, draft);
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);
    }

    private static void looked(Visit visit, String path) {
        visit.open(path);
        visit.page().waitForLoadState();
        assertThat(ran(visit.page())).as(path).isZero();
    }

    /** A window that counts what ran. */
    private Visit watched() {
        Visit visit = Visit.of(platform, 1280);
        visit.page().addInitScript("window.ranCount = 0; window.ran = () => { window.ranCount++; };");
        visit.page().onDialog(dialog -> {
            throw new AssertionError("A script opened a dialog: " + dialog.message());
        });
        return visit;
    }

    private static int ran(Page page) {
        Object count = page.evaluate("() => window.ranCount");
        assertThat(count).as("the counter of " + page.url()).isNotNull();
        return ((Number) count).intValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
