package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.itests.browser.Visit.button;
import static org.jutong.itests.browser.Visit.send;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Later;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * The life of a site at the console: applied for, agreed to by two offices, filed, opened, filled from an old site,
 * inspected, merged, agreed to again. Its end is refused while the notice runs; on a platform whose clock is 31 days
 * ahead it ends, and its old addresses say where the content is.
 *
 * <p>On a platform of its own: what is left of a site would be counted by other tests.
 */
class SiteLifeJourneyIT {

    private static final String SITE = "5201020077";
    private static final String NAME = "南明区文体广电旅游局";
    private static final String OWNER = "wang.fang";
    private static final String CITY = "li.na";
    private static final byte[] REQUEST =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void fromTheApplicationToTheTombstone() {
        Map<String, String> database = Shared.onPostgres() ? Shared.freshPostgres() : Map.of();
        Path data = Shared.folder("site-life");
        Later later = Later.in(data.resolveSibling("home"));
        try (Platform platform = later.start(0, data, database)) {
            livesUntilTheNotice(platform);
        }
        try (Platform platform = later.start(31, data, database)) {
            ends(platform);
        }
    }

    private static void livesUntilTheNotice(Platform platform) {
        try (Visit owner = Visit.of(platform, 1280);
                Visit city = Visit.of(platform, 1280);
                Visit province = Visit.of(platform, 1280)) {
            for (String username : List.of(OWNER, CITY)) {
                Province.person(platform, username, "local-administrator", Province.GUIYANG);
            }
            owner.signIn(OWNER, Platform.PASSWORD);
            city.signIn(CITY, Platform.PASSWORD);
            province.signIn("admin", Platform.PASSWORD);
            applies(owner);
            agrees(city);
            assertThat(state(platform)).isEqualTo("applied");
            agrees(province);
            assertThat(state(platform)).isEqualTo("preparing");
            files(owner);
            opens(province);
            assertThat(platform.api().page("/sites/" + SITE + "/").status()).isEqualTo(200);
            imports(owner);
            inspects(owner);
            packs(owner);
            merges(owner);
            agreesToMany(city);
            agrees(province);
            assertThat(state(platform)).isEqualTo("closing");
            isRefusedTheEnd(owner);
            assertThat(state(platform)).isEqualTo("closing");
            onATelephone(platform);
            city.assertQuiet();
            owner.afterRefusals().assertQuiet();
            province.afterRefusals().assertQuiet();
        }
    }

    private static void ends(Platform platform) {
        try (Visit owner = Visit.of(platform, 1280);
                Visit citizen = Visit.of(platform, 1280)) {
            String article = "/sites/" + SITE + "/tz/1.html";
            owner.signIn(OWNER, Platform.PASSWORD);
            closes(owner);
            assertThat(state(platform)).isEqualTo("closed");
            assertThat(platform.api()
                            .page("/sites/" + SITE + "/columns/notices/")
                            .status())
                    .isIn(301, 410);
            citizen.open(article);
            assertThat(citizen.page()).hasURL(Pattern.compile(".*/sites/" + Province.GUIYANG + "/.*"));
            assertThat(citizen.page().locator("h1")).containsText("关于窗口搬迁的通知");
            citizen.look("life-tombstone-article");
            citizen.open("/sites/" + SITE + "/");
            citizen.look("life-tombstone");
            owner.assertQuiet();
        }
    }

    private static void closes(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=life").page();
        button(page, "永久下线").click();
        page.getByLabel("理由").fill("公告期满，内容已全部迁移。");
        send(page, "永久下线");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        visit.look("life-closed");
    }

    private static void packs(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "/packages").page();
        button(page, "生成站点包").click();
        Locator made =
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(SITE + ".*\\.zip")));
        assertThat(made).hasCount(1);
        assertThat(page.locator(".report")).containsText("已生成");
        visit.look("life-packages");
        Download file = page.waitForDownload(made::click);
        assertThat(file.suggestedFilename()).endsWith(".zip");
    }

    private static void inspects(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=inspection").page();
        assertThat(page.getByText("还没有检查过。")).isVisible();
        button(page, "立即检查").click();
        assertThat(page.locator("#pane-inspection .vetoes > li")).hasCount(6);
        assertThat(page.locator("#pane-inspection")).containsText("通知公告");
        visit.look("life-inspected");
    }

    private static String state(Platform platform) {
        return platform.api().get("/sites/" + SITE).json().path("state").asText();
    }

    private static void applies(Visit visit) {
        Page page = visit.open("/console/sites").page();
        visit.click("申请开设");
        page.getByLabel("网站名称").fill(NAME);
        page.getByLabel("行政区划代码").fill("520102");
        page.getByLabel("行政区划名称").fill("南明区");
        page.getByLabel("网站标识码").fill("520100");
        send(page, "申请开设");
        assertThat(page.getByText("网站标识码应为 10 位数字")).isVisible();
        page.getByLabel("网站标识码").fill(SITE);
        page.getByRole(AriaRole.DIALOG).getByText("部门网站").click();
        page.getByLabel("理由").fill("新设部门网站，见请示。");
        page.getByLabel("材料").setInputFiles(new FilePayload("请示.pdf", "application/pdf", REQUEST));
        assertThat(page.getByText("移除")).isVisible();
        visit.look("life-apply");
        send(page, "申请开设");
        assertThat(page.getByText("这是您提出的申请，须由他人审批")).isVisible();
        assertThat(button(page, "同意")).hasCount(0);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("请示.pdf")))
                .isVisible();
        visit.look("life-applied");
    }

    /** The office sees what it can do and does it with a reason; the same person is not offered it twice. */
    private static void agrees(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=life").page();
        button(page, "同意").click();
        send(page, "同意");
        assertThat(page.getByText("请说明原因")).isVisible();
        page.getByLabel("理由").fill("同意。");
        send(page, "同意");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(button(page, "同意")).hasCount(0);
    }

    private static void files(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=life").page();
        assertThat(button(page, "开通上线")).hasCount(0);
        button(page, "登记备案").click();
        page.getByLabel("主办单位").fill(NAME);
        page.getByLabel("联系方式").fill("0851-00000000");
        page.getByLabel("ICP备案号").fill("05000001");
        page.getByLabel("公安备案号").fill("黔公网安备52010202000001号");
        page.getByLabel("党政机关网站标识").fill("CA010000000000000001");
        page.getByLabel("检测日期").fill("2024-11-20");
        page.getByLabel("检测日期").press("Enter");
        page.getByLabel("检测单位").fill("某安全检测中心");
        page.getByText("检测通过，可以上线").click();
        page.getByLabel("理由").fill("备案完成。");
        send(page, "保存");
        assertThat(page.locator("#filing-icp-error")).containsText("黔ICP备05000001号");
        visit.look("life-filing-refused");
        page.getByLabel("ICP备案号").fill("黔ICP备05000001号");
        send(page, "保存");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("#pane-life")).containsText("黔ICP备05000001号");
    }

    private static void opens(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=life").page();
        button(page, "开通上线").click();
        page.getByLabel("理由").fill("备案和检测齐全。");
        send(page, "开通上线");
        assertThat(page.getByText("公众可以访问")).isVisible();
        visit.look("life-live");
    }

    private static void imports(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "/import").page();
        button(page, "试运行").click();
        assertThat(page.getByText("请选择压缩包或填写文件夹名")).isVisible();
        page.getByLabel("选择压缩包").setInputFiles(new FilePayload("old.zip", "application/zip", oldSite()));
        assertThat(page.getByText("old.zip").first()).isVisible();
        page.getByLabel("第 1 条：原页面路径").fill("**");
        visit.find("第 1 条：栏目", "通知公告");
        page.getByLabel("标题选择器").fill("h1");
        page.getByLabel("时间选择器").fill(".time");
        page.getByLabel("来源选择器").fill(".source");
        page.getByLabel("正文选择器").fill("#zoom");
        button(page, "试运行").click();
        assertThat(page.locator(".report")).containsText("将导入");
        visit.look("life-import-tried");
        button(page, "正式导入").click();
        page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator(".report")).containsText("已导入");
    }

    /** A page as old sites have them. */
    private static byte[] oldSite() {
        String html = "<html><head><title>搬迁</title></head><body><h1>关于窗口搬迁的通知</h1><p class=time>2024-05-06 09:00</p>"
                + "<p class=source>来源：本局</p><div id=zoom><p>自下月起，窗口迁至新址办公。</p></div></body></html>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("tz/1.html"));
            zip.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void merges(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=life").page();
        button(page, "整合下线").click();
        page.getByLabel("理由").fill("机构改革。");
        visit.look("life-merge");
        send(page, "整合下线");
        page.waitForURL(Pattern.compile(".*/console/tasks/\\d+$"));
        assertThat(page.locator("h1")).containsText("已完成");
        assertThat(page.locator(".report")).containsText("已迁移");
        visit.look("life-task");
    }

    private static void agreesToMany(Visit visit) {
        Page page = visit.open("/console/decisions").page();
        page.locator(".el-table__row")
                .filter(new Locator.FilterOptions().setHasText(NAME))
                .locator(".el-checkbox")
                .click();
        visit.look("life-decisions");
        button(page, "批量同意").click();
        page.getByLabel("理由").fill("同意下线。");
        send(page, "批量同意");
        page.waitForURL(Pattern.compile(".*/console/tasks/\\d+$"));
        assertThat(page.locator(".report .el-table__row")).containsText(NAME);
        assertThat(page.locator(".report .el-table__row .el-tag")).hasText("完成");
    }

    private static void isRefusedTheEnd(Visit visit) {
        Page page = visit.open("/console/sites/" + SITE + "?tab=life").page();
        button(page, "永久下线").click();
        page.getByLabel("理由").fill("内容已全部迁移。");
        send(page, "永久下线");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("公告须满 30 天");
        visit.look("life-close-refused");
    }

    private static void onATelephone(Platform platform) {
        try (Visit visit = Visit.of(platform, 390)) {
            visit.signIn("admin", Platform.PASSWORD);
            for (String path : List.of(
                    "sites/" + SITE + "?tab=life",
                    "sites/" + SITE + "/import",
                    "sites",
                    "inspections",
                    "decisions",
                    "tasks",
                    "tasks/1")) {
                visit.open("/console/" + path);
                visit.page().locator("h1").first().waitFor();
                visit.look("phone-life-" + path.replaceAll("\\W", "-"));
                visit.assertNoSidewaysScroll();
            }
            visit.assertQuiet();
        }
    }
}
