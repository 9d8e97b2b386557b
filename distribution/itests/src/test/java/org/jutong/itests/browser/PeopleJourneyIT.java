package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The registry of people at an office's daily work: a list of organisations, a transfer, a group, a deputy, a phone. */
class PeopleJourneyIT {

    private static final String OFFICE = "11522700009900001L";
    private static final String LIST = """
            code,name,parent
            %1$s,黔南州人民政府办公室,
            11522700009900002A,黔南州大数据局,%1$s
            12345,一个写错的机构,
            """.formatted(OFFICE);

    private final Platform platform = Shared.platform();

    @Test
    void fromAListOfOrganisationsToADeputy() {
        String leaving = account("pan.guihua", "潘桂花");
        String deputy = account("long.haiyan", "龙海燕");
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            importsOrganisations(visit);
            movesSomebody(visit, leaving);
            makesAGroup(visit, "龙海燕");
            handsOver(visit, leaving, deputy);
            visit.assertQuiet();
        }
    }

    /** An editor of the province, made without the browser. */
    private String account(String username, String name) {
        Map<String, String> grant = Map.of("role", "editor", "site", Province.PROVINCE, "reason", "任命");
        Map<String, Object> account = Map.of("username", username, "displayName", name, "grants", List.of(grant));
        assertThat(platform.admin().post("/users", account).status()).isEqualTo(201);
        return username;
    }

    private static void importsOrganisations(Visit visit) {
        Page page = visit.open("/console/organisations").page();
        visit.click("批量导入");
        visit.click("开始导入");
        assertThat(page.getByText("请选择有内容的 CSV 文件")).isVisible();
        page.getByLabel("CSV 文件")
                .setInputFiles(new FilePayload("机构.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
        visit.click("开始导入");
        Locator report = page.getByRole(AriaRole.DIALOG);
        assertThat(report).containsText("新增 2 个");
        assertThat(report.getByText("提醒")).hasCount(1);
        assertThat(report.getByText("未导入")).hasCount(1);
        visit.look("people-import");
        visit.click("关闭");
        page.getByText("黔南州人民政府办公室").click();
        assertThat(page.locator("#organisation-name")).containsText("黔南州人民政府办公室");
    }

    private static void movesSomebody(Visit visit, String username) {
        Page page = visit.open("/console/people/" + username).page();
        visit.click("修改资料");
        page.getByLabel("姓名").fill(" ");
        visit.click("保存");
        assertThat(page.getByText("请填写姓名")).isVisible();
        page.getByLabel("姓名").fill("潘桂华");
        visit.find("所属机构", "大数据局");
        visit.click("保存");
        assertThat(page.locator("h1")).containsText("潘桂华");
        assertThat(page.getByText("黔南州大数据局")).isVisible();
        visit.look("people-changed");
    }

    private static void makesAGroup(Visit visit, String member) {
        Page page = visit.open("/console/people?tab=groups").page();
        visit.click("新建用户组");
        page.getByLabel("名称").fill("来信值班组");
        page.getByLabel("标识").fill("Letters desk");
        visit.click("保存");
        assertThat(page.getByText("标识须以小写字母开头")).isVisible();
        page.getByLabel("标识").fill("letters-desk");
        visit.click("保存");
        assertThat(page.locator("#group-title")).hasText("来信值班组");
        visit.find("选择要加入的人员", member);
        visit.click("加入");
        assertThat(page.locator(".el-tag").getByText("long.haiyan")).isVisible();
        visit.click("授予角色");
        visit.choose("角色", "站点负责人");
        visit.find("站点", "黔南");
        page.getByLabel("原因").fill("值班");
        visit.click("授予角色");
        assertThat(page.locator("#pane-groups .el-table__row")).containsText("站点负责人");
        visit.look("people-group");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("收回"))
                .click();
        page.locator(".el-message-box input").fill("值班结束");
        page.locator(".el-message-box").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.getByText("这个组还没有授权")).isVisible();
    }

    private static void handsOver(Visit visit, String from, String to) {
        Page page = visit.open("/console/people/" + from).page();
        visit.click("移交职责");
        visit.click("移交");
        assertThat(page.getByText("请选择接手的人员")).isVisible();
        visit.find("移交给", to);
        page.getByLabel("截止时间").fill("2099-06-30 18:00");
        page.getByLabel("截止时间").press("Enter");
        page.getByLabel("原因").fill("休假");
        visit.look("people-hand-over");
        visit.click("移交");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        visit.open("/console/people/" + to);
        assertThat(page.getByText("代 " + from)).isVisible();
        assertThat(page.getByText("2099-06-30 18:00")).isVisible();
        visit.look("people-deputy");
    }

    @Test
    void worksOnATelephone() {
        try (Visit visit = Visit.of(platform, 390)) {
            Page page = visit.signIn("admin", Platform.PASSWORD).page();
            for (String path : List.of(
                    "",
                    "articles",
                    "catalog",
                    "orders",
                    "people",
                    "people/admin",
                    "roles",
                    "organisations",
                    "explain",
                    "audit",
                    "citizens",
                    "account/tokens",
                    "sites")) {
                visit.open("/console/" + path);
                page.locator("h1").first().waitFor();
                visit.look("phone-" + (path.isEmpty() ? "home" : path.replace('/', '-')));
                visit.assertNoSidewaysScroll();
            }
            assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
            visit.click("主导航");
            visit.look("phone-menu");
            page.getByRole(AriaRole.NAVIGATION).getByText("人员").click();
            assertThat(page.locator("h1")).hasText("人员");
            assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
            visit.assertQuiet();
        }
    }
}
