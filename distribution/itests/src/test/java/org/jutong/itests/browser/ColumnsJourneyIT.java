package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.itests.browser.Visit.button;
import static org.jutong.itests.browser.Visit.send;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * The columns of a site at the console: its own are added, put in order by keyboard, renamed and removed, its old
 * addresses and a grant follow; then another version of the standard, there and back, for one site and for many.
 *
 * <p>On a platform of its own, because sites change their standard.
 */
class ColumnsJourneyIT {

    private static final String SITE = Province.GUIYANG;
    private static final String COLUMNS = "/sites/" + SITE + "/columns/";
    private static final String BUREAU = "5201000002";

    @Test
    void ofASiteAndOfTheStandard() {
        Map<String, String> database = Shared.onPostgres() ? Shared.freshPostgres() : Map.of();
        try (Platform platform = Platform.start(Shared.folder("columns"), database);
                Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            adds(visit);
            ordersByKeyboard(visit);
            renames(visit, platform);
            removes(visit, platform);
            migratesThereAndBack(visit, platform);
            handsInAndMigratesMany(visit);
            departmentsAreLinked(platform, visit);
            onATelephone(platform);
            visit.afterRefusals().assertQuiet();
        }
    }

    private static void adds(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE).page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("管理栏目"))
                .click();
        for (Map.Entry<String, String> column : List.of(Map.entry("big-data", "大数据发展"), Map.entry("tourism", "爽爽贵阳"))) {
            visit.click("增设栏目");
            send(page, "保存");
            assertThat(page.getByText("请填写栏目名称")).isVisible();
            page.locator("#column-title").fill(column.getValue());
            page.locator("#column-key").fill("meetings");
            visit.choose("更新周期", "14 天");
            send(page, "保存");
            assertThat(page.locator("#column-key-error")).containsText("属于栏目标准");
            page.locator("#column-key").fill(column.getKey());
            send(page, "保存");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(row(page, column.getValue())).containsText("14 天");
        }
        visit.look("columns-own");
    }

    /** The button keeps the focus, so that a key is pressed again and again. */
    private static void ordersByKeyboard(Visit visit) {
        Page page = visit.page();
        Locator up = page.locator("#up-tourism");
        up.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main [role=status]").first()).containsText("“爽爽贵阳”现在排在第");
        assertThat(page.locator("#up-tourism")).isFocused();
        String list = page.locator(".el-table__body").first().textContent();
        assertThat(list.indexOf("爽爽贵阳")).isLessThan(list.indexOf("大数据发展"));
    }

    private static void renames(Visit visit, Platform platform) {
        Api admin = platform.admin();
        Province.person(platform, "column.writer", "editor", Province.ZUNYI);
        Api.Answer granted = admin.post(
                "/grants",
                Map.of(
                        "user", "column.writer",
                        "role", "editor",
                        "scope", Map.of("kind", "column", "site", SITE, "column", "big-data"),
                        "reason", "栏目编辑"));
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        Page page = visit.page();
        button(page, "修改“大数据发展”").click();
        page.locator("#column-title").fill("数字贵阳");
        page.locator("#column-key").fill("digital");
        visit.look("columns-change");
        send(page, "保存");
        assertThat(row(page, "数字贵阳")).containsText("digital");
        Api.Answer old = platform.api().page(COLUMNS + "big-data/");
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.header("Location")).isEqualTo(COLUMNS + "digital/");
        assertThat(platform.api().page("/hant" + COLUMNS + "big-data/").header("Location"))
                .isEqualTo("/hant" + COLUMNS + "digital/");
        assertThat(platform.api().page(COLUMNS + "digital/").text()).contains("数字贵阳");
        Api writer = platform.api().signIn("column.writer", Platform.PASSWORD);
        assertThat(write(writer, "digital").status()).isEqualTo(201);
        assertThat(write(writer, "tourism").status()).isEqualTo(403);
    }

    private static Api.Answer write(Api writer, String column) {
        return writer.post(
                "/sites/" + SITE + "/articles",
                Map.of("title", "云上贵州", "source", "本网", "author", "", "body", "<p>正文</p>", "column", column));
    }

    private static void removes(Visit visit, Platform platform) {
        Page page = visit.page();
        button(page, "删除“数字贵阳”").click();
        send(page, "删除");
        assertThat(page.locator("#remove-into-error")).containsText("1 篇稿件");
        visit.look("columns-remove-refused");
        visit.choose("接收稿件的栏目", "会议交流");
        send(page, "删除");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(platform.api().page(COLUMNS + "big-data/").header("Location"))
                .isEqualTo(COLUMNS + "meetings/");
    }

    private static void migratesThereAndBack(Visit visit, Platform platform) {
        Page page = visit.page();
        Locator standard = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("与标准的差异"));
        assertThat(standard).containsText("没有需要调整之处");
        visit.choose("比较的版本", "与 2026.2 比较");
        assertThat(standard).containsText("处需要调整");
        button(page, "试算迁移到 2026.2").click();
        assertThat(standard).containsText("“行政区划”并入“贵阳概况”");
        visit.look("standard-plan");
        button(page, "执行迁移").click();
        confirm(page, "按新标准");
        assertThat(standard).containsText("本站采用 2026.2");
        assertThat(platform.api().page(COLUMNS + "divisions/").header("Location"))
                .isEqualTo(COLUMNS + "overview/");
        button(page, "撤回上次迁移").click();
        confirm(page, "再议");
        assertThat(standard).containsText("本站采用 2026.1");
        assertThat(platform.api().page(COLUMNS + "divisions/").status()).isEqualTo(200);
        button(page, "撤回上次迁移").click();
        confirm(page, "再撤");
        assertThat(standard).containsText("没有可以撤回的");
    }

    private static void handsInAndMigratesMany(Visit visit) {
        Page page = visit.open("/console/standards").page();
        assertThat(page.locator(".el-table").first()).containsText("2026.2");
        page.getByLabel("上传新版本")
                .first()
                .setInputFiles(new FilePayload(
                        "columns-2026.3.json",
                        "application/json",
                        "{\"version\": \"2026.3\", \"titel\": \"错\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("titel");
        visit.find("全部站点（可限定到某站点及下级）", "贵阳市人民政府");
        assertThat(page.locator(".el-table").last()).not().containsText("遵义");
        visit.look("standards");
        button(page, "批量迁移").click();
        confirm(page, "全市按新标准");
        page.waitForURL(Pattern.compile(".*/console/tasks/\\d+$"));
        assertThat(page.locator("h1")).containsText("已完成");
        assertThat(page.locator(".report")).containsText("已迁移");
        visit.look("standards-task");
    }

    private static void departmentsAreLinked(Platform platform, Visit visit) {
        assertThat(platform.api().page("/sites/" + SITE + "/").text()).doesNotContain("贵阳市教育局");
        Api.Answer registered = platform.admin()
                .post(
                        "/sites",
                        Map.of(
                                "code", BUREAU,
                                "name", "贵阳市教育局",
                                "level", "prefecture",
                                "kind", "department",
                                "region", "520100",
                                "regionName", "贵阳市",
                                "parent", SITE,
                                "colour", "blue"));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(platform.api().page("/sites/" + SITE + "/").text())
                .as("the page that was kept is not the answer")
                .contains("部门网站", "贵阳市教育局");
        assertThat(platform.api()
                        .page("/sites/" + BUREAU + "/columns/work-news/")
                        .status())
                .isEqualTo(200);
        visit.open("/sites/" + SITE + "/").look("portal-departments");
    }

    private static void onATelephone(Platform platform) {
        try (Visit visit = Visit.of(platform, 390)) {
            visit.signIn("admin", Platform.PASSWORD);
            for (String path : List.of("sites/" + SITE + "/columns", "standards")) {
                visit.open("/console/" + path);
                visit.page().locator(".el-table__row").first().waitFor();
                visit.look("phone-" + path.replaceAll("\\W", "-"));
                visit.assertNoSidewaysScroll();
            }
            visit.open("/sites/" + SITE + "/").look("phone-portal-departments");
            visit.assertNoSidewaysScroll();
            visit.assertQuiet();
        }
    }

    private static Locator row(Page page, String name) {
        return page.locator(".el-table__row").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void confirm(Page page, String reason) {
        Locator box = page.locator(".el-message-box").last();
        box.locator("input").fill(reason);
        box.getByRole(AriaRole.BUTTON).last().click();
    }
}
