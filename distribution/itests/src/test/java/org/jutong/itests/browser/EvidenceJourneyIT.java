package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jutong.itests.browser.Visit.button;
import static org.jutong.itests.browser.Visit.send;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Who inspects a site records at the console what they found, sees what it comes to, and takes it back. */
class EvidenceJourneyIT {

    private static final String SITE = "/console/sites/5203040001?tab=inspection";

    private final Platform platform = Shared.hunted();

    @Test
    void isRecordedCountsAndIsTakenBack() {
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            Page page = visit.open(SITE).page();
            Locator pane = page.locator("#pane-inspection");
            Locator list = pane.locator(".list");
            assertThat(list).containsText("没有检查记录");
            incident(visit, page);
            assertThat(list).containsText("严重表述错误：首页标题错字");
            visits(visit, page);
            assertThat(list).containsText("7 天共 700 次访问，其中 35 次在 15 秒及以上");
            button(page, "立即检查").click();
            assertThat(pane.locator(".vetoes > li").nth(1)).containsText("700");
            visit.look("evidence-recorded");
            takenBack(page, list);
            page.reload();
            onATelephone();
            visit.afterRefusals().assertQuiet();
        }
    }

    private static void incident(Visit visit, Page page) {
        button(page, "记录检查情况").click();
        visit.choose("种类", "安全事件");
        send(page, "记录检查情况");
        assertThat(page.locator("#evidence-sort-error")).containsText("请填写");
        assertThat(page.locator("#evidence-words-error")).containsText("请填写");
        visit.choose("安全事件类型", "严重表述错误");
        page.getByLabel("说明").fill("首页标题错字");
        page.getByLabel("材料")
                .setInputFiles(new FilePayload("截图.txt", "text/plain", "首页截图".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("移除")).isVisible();
        visit.look("evidence-incident");
        send(page, "记录检查情况");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("截图.txt")))
                .isVisible();
    }

    private static void visits(Visit visit, Page page) {
        button(page, "记录检查情况").click();
        visit.choose("种类", "访问监测");
        Locator all = page.getByLabel(Pattern.compile(".*总次数"));
        assertThat(all).hasCount(7);
        for (Locator each : all.all()) {
            each.fill("100");
        }
        for (Locator each : page.getByLabel(Pattern.compile(".* 慢访问")).all()) {
            each.fill("5");
        }
        visit.look("evidence-visits");
        send(page, "记录检查情况");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static void takenBack(Page page, Locator list) {
        list.locator(".el-table__row")
                .filter(new Locator.FilterOptions().setHasText("首页标题错字"))
                .getByRole(AriaRole.BUTTON)
                .click();
        send(page, "撤销");
        assertThat(page.getByText("请说明原因")).isVisible();
        page.getByLabel("理由").fill("已改正。");
        send(page, "撤销");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(list).not().containsText("首页标题错字");
        page.getByText("全部", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(list).containsText("admin 撤销：已改正。");
    }

    private void onATelephone() {
        try (Visit phone = Visit.of(platform, 390)) {
            phone.signIn("admin", Platform.PASSWORD).open(SITE);
            assertThat(phone.page().locator("#pane-inspection")).containsText("检查记录");
            button(phone.page(), "记录检查情况").click();
            assertThat(phone.page().getByRole(AriaRole.DIALOG)).isVisible();
            phone.look("evidence-telephone");
        }
    }
}
