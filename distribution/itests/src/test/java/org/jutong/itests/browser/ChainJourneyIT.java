package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * The chain as its people see it: the site owner of Qiannan orders in the console, the provincial operator approves, a
 * citizen writes a letter, an editor answers and publishes it, everybody reads it; then it is suspended and resumed.
 */
class ChainJourneyIT {

    private static final String SITE = "5227000001";
    private static final String TITLE = "请问新生儿落户需要哪些材料";

    private final Platform platform = Shared.platform();

    @Test
    void fromOrderToAnsweredLetterToSuspension() {
        Province.person(platform, "qiannan.owner", "site-owner", SITE);
        Province.person(platform, "qiannan.editor", "editor", SITE);
        Province.person(platform, "guizhou.operator", "operator", Province.PROVINCE);

        try (Visit owner = Visit.of(platform, 1280)) {
            owner.signIn("qiannan.owner", Platform.PASSWORD);
            owner.look("console-work");
            order(owner);
            try (Visit operator = Visit.of(platform, 1280)) {
                approve(operator);
            }
            String code = write();
            try (Visit editor = Visit.of(platform, 1280)) {
                answer(editor);
            }
            follow(code);
            suspendAndResume(owner);
            owner.assertQuiet();
        }
    }

    private void order(Visit owner) {
        Page page = owner.open("/console/catalog").page();
        Locator card = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("政民互动"));
        button(card, "订购").click();
        confirm(page);
        assertThat(card).containsText("等待审批");
        owner.look("console-catalog-ordered");
    }

    private void approve(Visit operator) {
        Page page = operator.signIn("guizhou.operator", Platform.PASSWORD)
                .open("/console/orders?state=ordered")
                .page();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("黔南"));
        operator.look("console-orders");
        row.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("批准"))
                .click();
        confirm(page);
        assertThat(row).not().isVisible();
        operator.assertQuiet();
    }

    private String write() {
        try (Visit citizen = Visit.of(platform, 390)) {
            Page page = citizen.open("/sites/" + SITE + "/").page();
            citizen.look("site-with-interaction-390");
            citizen.open("/sites/" + SITE + "/plugins/interaction/letters/new");
            citizen.look("letter-form-390");
            citizen.assertNoSidewaysScroll();
            page.getByLabel("来信类型").selectOption("consultation");
            page.getByLabel("标题").fill("太短");
            page.getByLabel("内容").fill("孩子上个月出生，父母户口不在一处，请问材料和地点。");
            page.getByLabel("姓名").fill("王女士");
            page.getByLabel("联系方式").fill("13900000000");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交来信"))
                    .click();
            assertThat(page.locator(".field-error")).isVisible();
            assertThat(page.getByLabel("内容")).hasValue(java.util.regex.Pattern.compile("孩子上个月.*"));
            citizen.look("letter-form-refused-390");
            page.getByLabel("标题").fill(TITLE);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交来信"))
                    .click();
            Locator code = page.locator(".code-big");
            assertThat(code).isVisible();
            citizen.look("letter-sent-390");
            String digits = code.innerText().replaceAll("\\D", "");
            assertThat(digits).hasSize(10);
            return digits;
        }
    }

    private void answer(Visit editor) {
        Page page = editor.signIn("qiannan.editor", Platform.PASSWORD).page();
        page.locator("nav").getByText("来信办理").click();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(TITLE));
        assertThat(row).not().containsText("13900000000");
        editor.look("console-letters");
        row.getByRole(AriaRole.BUTTON).click();
        page.getByLabel("答复", new Page.GetByLabelOptions().setExact(true)).fill("您好，请携带双方身份证和出生医学证明到政务大厅办理。");
        button(page.locator("body"), "保存答复").click();
        assertThat(page.locator("body")).containsText("已处理");
        editor.look("console-letter-answered");
        button(page.locator("body"), "公开").first().click();
        confirm(page);
        assertThat(page.locator("body")).containsText("已公开");
        editor.assertQuiet();
    }

    private void follow(String code) {
        try (Visit citizen = Visit.of(platform, 1280)) {
            Page page = citizen.open("/sites/" + SITE + "/plugins/interaction/letters/query?code=" + code)
                    .page();
            assertThat(page.locator("main")).containsText("出生医学证明");
            citizen.look("letter-followed");
            citizen.open("/sites/" + SITE + "/");
            page.getByText(TITLE).first().click();
            assertThat(page.locator("main")).containsText("出生医学证明");
            assertThat(page.locator("main")).not().containsText("13900000000");
            assertThat(page.locator("main")).not().containsText("王女士");
            citizen.look("letter-published");
            citizen.assertQuiet();
        }
    }

    private void suspendAndResume(Visit owner) {
        Page page = owner.open("/console/catalog").page();
        Locator card = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("政民互动"));
        button(card, "暂停").click();
        confirm(page);
        assertThat(button(card, "恢复")).isVisible();
        assertThat(platform.api()
                        .page("/sites/" + SITE + "/plugins/interaction/")
                        .status())
                .isEqualTo(404);
        owner.look("console-catalog-suspended");
        button(card, "恢复").click();
        confirm(page);
        assertThat(button(card, "暂停")).isVisible();
        assertThat(platform.api()
                        .page("/sites/" + SITE + "/plugins/interaction/letters")
                        .text())
                .contains(TITLE);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void confirm(Page page) {
        page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
        page.locator(".el-message-box")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
