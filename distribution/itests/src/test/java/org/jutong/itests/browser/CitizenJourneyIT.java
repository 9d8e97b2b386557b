package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Outbox;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * A citizen's account as its owner sees it, on a desk and on a phone: registered by a code, a letter written, the
 * answer read, and who looked at the letter meanwhile.
 */
class CitizenJourneyIT {

    private static final String SITE = "/sites/" + Province.ZUNYI;
    private static final String ACCOUNT = SITE + "/account/";
    private static final String LETTERS = SITE + "/plugins/interaction/letters";
    private static final String PASSWORD = "a long walk in the rain";
    private static final String TITLE = "请问老旧小区加装电梯怎样申请";

    private final Platform platform = Shared.platform();

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void registersWritesALetterAndSeesWhoLooked(int width) {
        Province.enrol(platform, Province.ZUNYI, "interaction");
        String mobile = "1380000" + (width + 1000);
        try (Visit visit = Visit.of(platform, width)) {
            visit.open(SITE + "/");
            visit.page().locator(".switches a[href$='/account/']").click();
            look(visit, "account-sign-in-" + width);
            register(visit, mobile, width);
            signIn(visit, mobile, width);
            write(visit, mobile, width);
            long id = answer();
            follow(visit, id, width);
            assertSameForEverybody(visit);
            manage(visit, width);
            visit.afterRefusals().assertQuiet();
        }
    }

    private void register(Visit visit, String mobile, int width) {
        Page page = visit.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("注册个人账号"))
                .click();
        look(visit, "account-register-" + width);
        page.getByLabel("手机号").fill(mobile);
        page.getByLabel("姓名").fill("欧阳春晓");
        page.getByLabel("设置密码").fill(PASSWORD);
        press(page, "获取验证码");
        look(visit, "account-register-code-" + width);
        page.getByLabel("验证码").fill("000000");
        // the code may be that one by chance, once in a million
        press(page, "完成注册");
        if (!"000000".equals(Outbox.code(platform, mobile))) {
            page.getByLabel("验证码").fill(Outbox.code(platform, mobile));
            look(visit, "account-register-wrong-code-" + width);
            press(page, "完成注册");
        }
        assertThat(page.locator("main")).containsText("您的账号已经开通");
        look(visit, "account-registered-" + width);
    }

    private void signIn(Visit visit, String mobile, int width) {
        Page page = visit.open(LETTERS + "/mine").page();
        assertThat(page.locator("h1")).containsText("登录");
        page.getByLabel("手机号").fill(mobile);
        page.getByLabel("密码").fill("not the password");
        press(page, "登录");
        assertThat(page.locator("[role=alert]")).containsText("不正确");
        page.getByLabel("密码").fill(PASSWORD);
        press(page, "登录");
        assertThat(page.locator("h1")).containsText("我的来信");
        assertThat(page.locator(".switches")).containsText("欧阳春晓");
        look(visit, "letters-mine-empty-" + width);
    }

    private void write(Visit visit, String mobile, int width) {
        Page page = visit.open(LETTERS + "/new").page();
        assertThat(page.getByLabel("姓名")).hasValue("欧阳春晓");
        page.getByLabel("来信类型").selectOption("help");
        page.getByLabel("标题").fill(TITLE);
        page.getByLabel("内容").fill("我们这栋楼有七层，想加装电梯。");
        page.getByLabel("联系方式").fill(mobile);
        press(page, "提交来信");
        assertThat(page.locator("main")).containsText("我的来信");
        look(visit, "letter-sent-signed-in-" + width);
    }

    private long answer() {
        Api editor = Province.person(platform, "zunyi.journey", "editor", Province.ZUNYI);
        String letters = "/plugins/interaction/sites/" + Province.ZUNYI + "/letters";
        long id = editor.get(letters + "?limit=1")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asLong();
        editor.get(letters + "/" + id);
        assertThat(editor.put(letters + "/" + id + "/answer", Map.of("text", "已经转给住建部门办理。"))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private void follow(Visit visit, long id, int width) {
        Page page = visit.open(LETTERS + "/mine").page();
        look(visit, "letters-mine-" + width);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE))
                .click();
        assertThat(page.locator("main")).containsText("已经转给住建部门办理");
        visit.open(ACCOUNT + "looks");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("main")).containsText("来信 No. " + id);
        assertThat(page.locator("main")).containsText("答复来信");
        look(visit, "account-looks-" + width);
    }

    /** What is kept for everybody names nobody. */
    private void assertSameForEverybody(Visit visit) {
        String mine = (String) visit.open(SITE + "/").page().evaluate("fetch(location.href).then(r => r.text())");
        assertThat(mine).isEqualTo(platform.api().page(SITE + "/").text()).doesNotContain("欧阳春晓");
    }

    private void manage(Visit visit, int width) {
        Page page = visit.open(ACCOUNT).page();
        look(visit, "account-home-" + width);
        visit.open(ACCOUNT + "sessions");
        look(visit, "account-sessions-" + width);
        visit.open(ACCOUNT + "password");
        page.getByLabel("现在的密码").fill(PASSWORD);
        page.getByLabel("新密码").fill("another walk in the snow");
        press(page, "保存新密码");
        assertThat(page.locator("[role=status]")).containsText("新密码已保存");
        visit.open("/hant" + ACCOUNT + "looks");
        assertThat(page.locator("h1")).containsText("誰看了我的信息");
        look(visit, "account-looks-traditional-" + width);
        visit.open(ACCOUNT + "close");
        look(visit, "account-close-" + width);
        page.getByLabel("密码").fill("another walk in the snow");
        press(page, "确认注销");
        assertThat(page.locator("h1")).containsText("登录");
        visit.open(ACCOUNT + "looks");
        assertThat(page.locator("h1")).containsText("登录");
    }

    private static void look(Visit visit, String name) {
        visit.look(name);
        visit.assertNoSidewaysScroll();
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true))
                .click();
    }
}
