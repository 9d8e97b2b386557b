package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Staff at the console: sign in, look around, write an article, publish it, push it. */
class ConsoleJourneyIT {

    private static final String TITLE = "关于调整窗口服务时间的通知";

    private final Platform platform = Shared.platform();

    @Test
    void refusesAWrongPasswordInWords() {
        try (Visit visit = Visit.of(platform, 1280)) {
            Page page = visit.open("/console/").page();
            page.getByLabel("用户名").fill("somebody.else");
            page.getByLabel("密码").fill("a wrong password");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
            visit.look("console-login-refused");
        }
    }

    @Test
    void looksAtEveryPage() {
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            for (String path : List.of(
                    "",
                    "sites",
                    "sites/" + Province.GUIYANG,
                    "articles",
                    "reviews",
                    "search",
                    "publication",
                    "deliveries",
                    "sites/" + Province.GUIYANG + "/channels",
                    "words",
                    "rules",
                    "sites/" + Province.GUIYANG + "/received",
                    "catalog",
                    "orders")) {
                visit.open("/console/" + path);
                visit.page().locator("h1").first().waitFor();
                visit.look("console-" + (path.isEmpty() ? "home" : path.replace('/', '-')));
            }
            visit.assertQuiet();
        }
    }

    @Test
    void writesIsReviewedPushesCorrectsAndWithdraws() {
        try (Visit visit = Visit.of(platform, 1280)) {
            Province.reviewers(platform);
            Page page = visit.signIn("admin", Platform.PASSWORD)
                    .open("/console/articles/new")
                    .page();
            page.getByLabel("标题").first().fill(TITLE);
            page.getByLabel("来源").first().fill("省政务服务中心");
            page.getByLabel("栏目").first().click();
            page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("通知公告"))
                    .first()
                    .click();
            page.locator("[contenteditable=true]").fill("自下月起，窗口服务时间调整为九时至十七时。");
            visit.look("console-article-new");
            click(page, "保存");
            page.waitForURL(java.util.regex.Pattern.compile(".*/console/articles/\\d+$"));
            String id = page.url().replaceAll(".*/", "");
            click(page, "提交审核");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("提交审核"))
                    .click();
            assertThat(page.locator("h1")).containsText("审核中");
            visit.look("console-article-in-review");
            approve("review.one", id);
            approve("review.two", id);
            approve("review.three", id);
            visit.open("/console/articles/" + id);
            assertThat(page.locator("h1")).containsText("已发布");
            click(page, "推送");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("97"))
                    .click();
            assertThat(dialog).containsText("已推送到 97 个站点");
            visit.look("console-push-done");
            assertThat(platform.api()
                            .page("/sites/" + Province.NANMING + "/articles/" + id)
                            .text())
                    .contains(TITLE, "九时至十七时");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("关闭"))
                    .last()
                    .click();
            correct(visit, id);
            click(page, "撤回");
            page.locator(".el-message-box input").fill("时间有变");
            page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
            assertThat(page.locator("h1")).containsText("已撤回");
            assertThat(platform.api()
                            .page("/sites/" + Province.NANMING + "/articles/" + id)
                            .status())
                    .isEqualTo(404);
            visit.assertQuiet();
        }
    }

    /** Readers see the public text until the correction has passed. */
    private void correct(Visit visit, String id) {
        Page page = visit.page();
        page.getByLabel("标题").first().fill(TITLE + "（更正）");
        click(page, "保存");
        assertThat(page.locator("h1")).containsText("更正稿");
        page.getByText("历史版本").click();
        assertThat(page.locator("table.differences ins").first()).containsText("更正");
        visit.look("console-article-correction");
        assertThat(platform.api()
                        .page("/sites/" + Province.NANMING + "/articles/" + id)
                        .text())
                .doesNotContain("（更正）");
        Province.publish(platform, platform.admin(), Long.parseLong(id));
        assertThat(platform.api()
                        .page("/sites/" + Province.NANMING + "/articles/" + id)
                        .text())
                .contains(TITLE + "（更正）");
        visit.open("/console/articles/" + id);
        assertThat(page.locator("h1")).containsText("已发布");
    }

    /** A reviewer finds it among what waits for them, reads it and approves it. */
    private void approve(String reviewer, String id) {
        try (Visit visit = Visit.of(platform, 1280)) {
            Page page = visit.signIn(reviewer, Platform.PASSWORD)
                    .open("/console/reviews")
                    .page();
            page.locator("a[href$='/articles/" + id + "']").click();
            click(page, "通过");
            page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
            assertThat(page.locator(".el-message--success")).isVisible();
            visit.assertQuiet();
        }
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
