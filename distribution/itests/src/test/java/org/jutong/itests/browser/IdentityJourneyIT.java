package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Authenticator;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * People and rights as the offices see them: the first administrator sets up the authenticator, makes an administrator
 * of a prefecture who can give rights below only, and appoints an audit administrator, who verifies the record.
 */
class IdentityJourneyIT {

    private static final String NEW_PASSWORD = "seven lanterns over the Nanming river";

    private static Platform platform;

    /** A platform of its own, whose first administrator still owes the authenticator. */
    @BeforeAll
    static void start() {
        platform =
                Platform.start(Shared.folder("identity"), Map.of("JUTONG_ADMIN_TOTP", "", "JUTONG_SECOND_FACTOR", ""));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void fromTheFirstAdministratorToASoundRecord() {
        try (Visit admin = Visit.of(platform, 1280)) {
            Authenticator authenticator = firstSignIn(admin);
            admin.look("identity-work");
            endsAnotherSession(admin, authenticator);
            makesAToken(admin);
            String password = makes(admin, "罗晓梅", "qiannan.admin", "本级管理员", "黔南");
            try (Visit local = Visit.of(platform, 1280)) {
                enters(local, "qiannan.admin", password);
                grantsBelowOnly(local);
            }
            explains(admin);
            looksAtRolesAndOrganisations(admin);
            String audit = makes(admin, "周敏", "audit.office", "审计管理员", null);
            try (Visit office = Visit.of(platform, 1280)) {
                enters(office, "audit.office", audit);
                verifies(office);
            }
            admin.open("/console/audit");
            assertThat(admin.page().locator("h1")).containsText("没有打开此页面的权限");
            admin.look("identity-refused");
        }
    }

    private static Authenticator firstSignIn(Visit admin) {
        admin.enterPassword("admin", Platform.PASSWORD);
        Page page = admin.page();
        assertThat(page.locator("h1")).containsText("请启用身份验证器");
        page.getByLabel("登录密码").fill("not the password at all");
        admin.click("继续");
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        admin.look("identity-duty-refused");
        page.getByLabel("登录密码").fill(Platform.PASSWORD);
        admin.click("继续");
        return setUp(admin, "identity-authenticator");
    }

    /** From the QR code to the console. */
    private static Authenticator setUp(Visit visit, String picture) {
        Page page = visit.page();
        Locator qr = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("身份验证器的二维码"));
        assertThat(qr).isVisible();
        visit.look(picture);
        Authenticator authenticator =
                new Authenticator(page.locator("code").innerText().replace(" ", ""));
        page.getByLabel("输入应用显示的六位动态码").fill(authenticator.code());
        visit.click("验证并启用");
        assertThat(page.locator("ol code")).hasCount(10);
        visit.look(picture + "-recovery");
        page.getByText("我已妥善保存这些恢复码").click();
        visit.click("完成");
        page.locator("#main").waitFor();
        return authenticator;
    }

    /** A first sign-in with a password that somebody else has seen. */
    private static void enters(Visit visit, String username, String password) {
        visit.enterPassword(username, password);
        Page page = visit.page();
        assertThat(page.locator("h1")).containsText("请设置新密码");
        page.getByLabel("当前密码").fill(password);
        page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill("12345");
        page.getByLabel("再次输入新密码").fill("12345");
        visit.click("保存新密码");
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        visit.look("identity-new-password-refused");
        page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill(NEW_PASSWORD);
        page.getByLabel("再次输入新密码").fill(NEW_PASSWORD);
        visit.click("保存新密码");
        setUp(visit, "identity-authenticator-2");
    }

    private static void endsAnotherSession(Visit admin, Authenticator authenticator) {
        try (Visit elsewhere = Visit.of(platform, 1280)) {
            elsewhere.signIn("admin", Platform.PASSWORD, later(authenticator));
            Page page = admin.open("/console/account/sessions").page();
            Locator rows = page.locator(".el-table__row");
            assertThat(rows).hasCount(2);
            admin.look("identity-sessions");
            admin.click("结束登录");
            confirm(page);
            assertThat(rows).hasCount(1);
            elsewhere.open("/console/orders");
            assertThat(elsewhere.page().getByLabel("用户名")).isVisible();
        }
    }

    private static void makesAToken(Visit admin) {
        Page page = admin.open("/console/account/tokens").page();
        admin.click("新建令牌");
        page.getByLabel("用途").fill("每日数据上报");
        page.getByRole(AriaRole.DIALOG).locator(".el-checkbox").first().click();
        admin.look("identity-token-new");
        admin.click("生成令牌");
        assertThat(page.getByText(Pattern.compile("^jt_"))).isVisible();
        admin.look("identity-token-made");
        admin.click("完成");
        assertThat(page.locator(".el-table__row")).hasCount(1);
        assertThat(page.getByText(Pattern.compile("^jt_"))).not().isVisible();
    }

    /** Opens an account with one role and returns the password that is shown once. */
    private static String makes(Visit admin, String name, String username, String role, String site) {
        Page page = admin.open("/console/people").page();
        admin.click("新建账号");
        page.getByLabel("姓名", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("用户名", new Page.GetByLabelOptions().setExact(true)).fill(username);
        admin.choose("角色", role);
        if (site != null) {
            admin.find("站点", site);
        }
        admin.click("建立账号");
        assertThat(page.getByText("请说明原因")).isVisible();
        admin.look("identity-account-new-refused");
        page.getByLabel("原因").fill("黔府办〔2026〕12号");
        admin.click("建立账号");
        Locator password = page.getByRole(AriaRole.DIALOG).locator("code");
        assertThat(password).isVisible();
        admin.look("identity-account-made");
        String shown = password.innerText();
        admin.click("完成");
        assertThat(page.locator("h1")).containsText(name);
        admin.look("identity-person-" + username);
        return shown;
    }

    private static void grantsBelowOnly(Visit local) {
        Page page = local.open("/console/people").page();
        page.locator(".el-table__row").first().waitFor();
        local.look("identity-people-of-prefecture");
        local.click("新建账号");
        assertThat(page.getByText("全平台")).not().isVisible();
        page.getByLabel("姓名", new Page.GetByLabelOptions().setExact(true)).fill("陈立");
        page.getByLabel("用户名", new Page.GetByLabelOptions().setExact(true)).fill("qiannan.editor");
        page.getByLabel("原因").fill("新任编辑");
        local.choose("角色", "审计管理员");
        page.getByText("站点及下级").click();
        local.click("建立账号");
        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT)).isVisible();
        local.look("identity-grant-beyond");
        local.choose("角色", "编辑");
        page.getByText("站点及下级").click();
        local.click("建立账号");
        assertThat(page.getByRole(AriaRole.DIALOG).locator("code")).isVisible();
        local.click("完成");
        assertThat(page.locator("h1")).containsText("陈立");
    }

    private static void explains(Visit admin) {
        Page page = admin.open("/console/explain?user=qiannan.admin").page();
        admin.find("做什么", "授予和收回权限");
        admin.click("查询");
        assertThat(page.locator(".answer h2")).containsText("不可以");
        admin.look("identity-explain-no");
        admin.find("在哪个站点", "黔南");
        admin.click("查询");
        assertThat(page.locator(".answer h2")).hasText(Pattern.compile("^\\s*可以"));
        assertThat(page.locator(".answer ol li")).not().hasCount(0);
        admin.look("identity-explain-yes");
    }

    private static void looksAtRolesAndOrganisations(Visit admin) {
        Page page = admin.open("/console/roles").page();
        assertThat(page.getByText("三员尚未分设")).isVisible();
        admin.look("identity-roles");
        admin.open("/console/organisations");
        admin.click("新增机构");
        page.getByLabel("机构名称").fill("黔南州人民政府办公室");
        page.getByLabel("统一社会信用代码").fill("91350100M000100Y44");
        admin.click("保存");
        assertThat(page.getByText("校验位不正确")).isVisible();
        admin.look("identity-organisation-refused");
        page.getByLabel("统一社会信用代码").fill("91350100M000100Y43");
        admin.click("保存");
        assertThat(page.locator("#organisation-name")).containsText("黔南州人民政府办公室");
        admin.look("identity-organisations");
    }

    private static void verifies(Visit office) {
        Page page = office.open("/console/audit").page();
        page.locator(".el-table__row").first().waitFor();
        office.look("identity-audit");
        office.choose("结果", "拒绝");
        assertThat(page.locator(".el-table__body")).not().containsText("成功");
        assertThat(page.locator(".el-table__row").first()).isVisible();
        office.look("identity-audit-denied");
        Download export = page.waitForDownload(() -> page.getByText("导出当前筛选").click());
        assertThat(export.suggestedFilename()).endsWith(".ndjson");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("校验")).click();
        office.click("校验全部记录");
        assertThat(page.locator(".verdict h2")).containsText("未被改动");
        office.look("identity-audit-verified");
        office.afterRefusals().assertQuiet();
    }

    /** A code works once; the platform takes that of the next half minute as well. */
    private static String later(Authenticator authenticator) {
        return authenticator.codeAt(Instant.now().plusSeconds(30));
    }

    private static void confirm(Page page) {
        page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
    }
}
