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
            for (String path : List.of("", "sites", "sites/" + Province.GUIYANG, "articles", "catalog", "orders")) {
                visit.open("/console/" + path);
                visit.page().locator("h1").first().waitFor();
                visit.look("console-" + (path.isEmpty() ? "home" : path.replace('/', '-')));
            }
            visit.assertQuiet();
        }
    }

    @Test
    void writesPublishesAndPushes() {
        try (Visit visit = Visit.of(platform, 1280)) {
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
            click(page, "发布");
            page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
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
            platform.admin().delete("/articles/" + id + "/publication");
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
