package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.itests.browser.Visit.button;
import static org.jutong.itests.browser.Visit.send;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** What helps an editor: words that are found, numbers that are masked, rules that push, corrections thrown away. */
class EditorsJourneyIT {

    private final Platform platform = Shared.platform();
    private final Api admin = platform.admin();

    private long draft(String title, String body) {
        Map<String, Object> draft = new HashMap<>(Province.draft(title));
        draft.put("body", body);
        return admin.post("/sites/" + Province.PROVINCE + "/articles", draft)
                .json()
                .path("id")
                .asLong();
    }

    @Test
    void seesTyposAndNumbersOfPersonsAndMasksThem() {
        long id = draft("低保对象公示", "<p>请按装新版系统。联系人身份证号11010519491231002X，手机13800138000。</p>");
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            Page page = visit.open("/console/articles/" + id).page();
            assertThat(page.locator(".el-alert").filter(new Locator.FilterOptions().setHasText("安装")))
                    .isVisible();
            visit.look("console-article-findings");
            button(page, "遮盖个人信息").click();
            page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
            assertThat(page.locator(".ProseMirror")).containsText("138****8000");
            assertThat(page.locator(".ProseMirror")).not().containsText("19491231");
            visit.look("console-article-masked");
            visit.assertQuiet();
        }
        assertThat(admin.get("/articles/" + id).json().path("body").asText()).contains("按装", "138****8000");
    }

    @Test
    void makesARuleThatPushesWhatIsPublished() {
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            Page page = visit.open("/console/rules").page();
            button(page, "新增规则").click();
            page.getByLabel("规则名称").fill("会议交流转发");
            visit.find("栏目", "会议交流");
            visit.choose("推送到的范围", "本站及下级");
            send(page, "保存");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("既是来源又是目标");
            visit.choose("推送到的范围", "仅下级");
            page.getByRole(AriaRole.DIALOG).getByText("试算").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("下一篇将放置到");
            visit.look("console-rule-new");
            send(page, "保存");
            assertThat(page.locator("tbody")).containsText("会议交流转发");
            visit.look("console-rules-one");
            Map<String, Object> draft = new HashMap<>(Province.draft("省长到南明区调研"));
            draft.put("column", "meetings");
            long id = admin.post("/sites/" + Province.PROVINCE + "/articles", draft)
                    .json()
                    .path("id")
                    .asLong();
            Province.publish(platform, admin, id);
            page.waitForCondition(() -> platform.api()
                            .page("/sites/" + Province.NANMING + "/articles/" + id)
                            .status()
                    == 200);
            page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("会议交流转发"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("推送已有文章"))
                    .click();
            page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
            assertThat(page.locator("h1")).containsText("按规则推送");
            assertThat(page.getByText("已完成").first()).isVisible();
            visit.look("console-rule-task");
            Province.withdraw(admin, id);
            visit.afterRefusals().assertQuiet();
        }
    }

    @Test
    void throwsACorrectionAway() {
        long id = draft("有更正的文章", "<p>原文。</p>");
        Province.publish(platform, admin, id);
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            Page page = visit.open("/console/articles/" + id).page();
            page.getByLabel("标题").first().fill("改错了");
            button(page, "保存").click();
            assertThat(page.locator("h1")).containsText("更正稿");
            button(page, "放弃更正").click();
            page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
            assertThat(page.locator("h1")).not().containsText("更正稿");
            assertThat(page.getByLabel("标题").first()).hasValue("有更正的文章");
            visit.look("console-article-discarded");
            visit.assertQuiet();
        }
        Province.withdraw(admin, id);
    }
}
