package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** A citizen reads: the province, a column, an article, on a desk and on a phone, in both scripts. */
class PortalJourneyIT {

    private final Platform platform = Shared.platform();

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void readsFromTheHomePageToTheArticle(int width) {
        try (Visit visit = Visit.of(platform, width)) {
            Page page = visit.open("/").page();
            assertThat(page).hasTitle(java.util.regex.Pattern.compile(".*贵州省人民政府.*"));
            visit.look("home-" + width);
            visit.assertNoSidewaysScroll();

            visit.open("/sites/" + Province.GUIYANG + "/");
            visit.look("guiyang-" + width);
            visit.assertNoSidewaysScroll();

            page.locator("a[href$='/articles/" + Province.article(platform) + "']")
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText("集约化建设工作情况");
            assertThat(page.locator("article, main").first()).containsText("运维系统");
            visit.look("article-" + width);
            visit.assertNoSidewaysScroll();
            visit.assertQuiet();
        }
    }

    @Test
    void switchesToTraditionalAndBack() {
        try (Visit visit = Visit.of(platform, 1280)) {
            Page page = visit.open("/sites/" + Province.GUIYANG + "/articles/" + Province.article(platform))
                    .page();
            page.locator("a[hreflang=zh-Hant]").click();
            assertThat(page.locator("main")).containsText("運維系統");
            visit.look("article-traditional");
            page.locator("a[hreflang=zh-Hans]").click();
            assertThat(page.locator("main")).containsText("运维系统");
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void findsAnArticleByATitleThatIsSuggested(int width) {
        try (Visit visit = Visit.of(platform, width)) {
            Page page = visit.open("/sites/" + Province.GUIYANG + "/").page();
            Locator box = page.locator("header input[type=search]");
            box.pressSequentially("集约化");
            Locator title = page.locator("header datalist option");
            title.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(title.first()).hasAttribute("value", java.util.regex.Pattern.compile(".*集约化.*"));
            assertThat(box)
                    .hasAttribute(
                            "list",
                            String.valueOf(page.locator("header datalist").getAttribute("id")));
            visit.look("suggestions-" + width);
            box.fill(title.first().getAttribute("value"));
            box.press("Enter");
            assertThat(page.locator(".hit h2").first()).containsText("集约化");
            visit.look("search-" + width);
            visit.assertNoSidewaysScroll();
            visit.assertQuiet();
        }
    }

    @Test
    void makesTheTextLarger() {
        try (Visit visit = Visit.of(platform, 1280)) {
            Page page = visit.open("/sites/" + Province.GUIYANG + "/articles/" + Province.article(platform))
                    .page();
            String before = size(page);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("大").setExact(true))
                    .first()
                    .click();
            assertThat(Double.parseDouble(size(page))).isGreaterThan(Double.parseDouble(before));
            visit.assertQuiet();
        }
    }

    @Test
    void isToldWhatIsMissing() {
        try (Visit visit = Visit.of(platform, 1280)) {
            Page page = visit.open("/sites/" + Province.GUIYANG + "/articles/999999")
                    .page();
            assertThat(page.locator("body")).containsText("不存在");
            visit.look("not-found");
        }
    }

    private static String size(Page page) {
        return String.valueOf(
                page.evaluate("parseFloat(getComputedStyle(document.querySelector('article .body p')).fontSize)"));
    }
}
