package org.jutong.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jutong.itests.platform.Platform;

/**
 * A person at a browser: one window of Debian's Chromium. Each page that is looked at is searched by axe-core, and
 * whatever the browser's console complains about, violations of the content security policy included, fails the test.
 */
final class Visit implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE = 20_000;
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;
    private final Platform platform;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(Platform platform, int width) {
        this.platform = platform;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("zh-CN"));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            boolean error = message.type().equals("error") && !isStepOfSignIn(message);
            if (error || message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** A window of this width; the test is skipped, loudly, where there is no Chromium. */
    static Visit of(Platform platform, int width) {
        if (!Files.isExecutable(CHROMIUM)) {
            System.err.println("BROWSER TESTS NOT RUN: no " + CHROMIUM + "; on Debian: apt-get install chromium");
        }
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium");
        return new Visit(platform, width);
    }

    Page page() {
        return page;
    }

    /** Opens an address of the platform. */
    Visit open(String path) {
        page.navigate(platform.url() + path);
        return this;
    }

    /** Signs in at the console with an account that needs no code. */
    Visit signIn(String username, String password) {
        enterPassword(username, password);
        page.locator("#main").waitFor();
        return this;
    }

    /** Signs in at the console with the code of an authenticator as well. */
    Visit signIn(String username, String password, String code) {
        enterPassword(username, password);
        page.getByLabel("六位动态码").fill(code);
        click("验证并登录");
        page.locator("#main").waitFor();
        return this;
    }

    /** The first step of signing in; what comes then is the test's to see. */
    Visit enterPassword(String username, String password) {
        open("/console/login");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        click("登录");
        return this;
    }

    /** Clicks the button of exactly this name. */
    void click(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }

    /** The button of exactly this name on the page itself. */
    static Locator button(Page page, String name) {
        return page.locator("#main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Clicks the button of exactly this name at the foot of the form that is open. */
    static void send(Page page, String name) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Chooses from a list that drops down. */
    void choose(String label, String option) {
        list(label).click();
        pick(label, option);
    }

    /** Chooses from a list that drops down and is searched by typing. */
    void find(String label, String option) {
        list(label).click();
        list(label).fill(option);
        pick(label, option);
    }

    private Locator list(String label) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** A list that the form pushes down while it unfolds moves away under the pointer: such a click is made again. */
    private void pick(String label, String option) {
        Locator wanted = page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(option).setVisible(true))
                .first();
        wanted.waitFor();
        for (int i = 0; i < 3 && isUnfolded(label); i++) {
            awaitStill();
            wanted.click();
            for (int j = 0; j < 20 && isUnfolded(label); j++) {
                page.waitForTimeout(50);
            }
        }
        PlaywrightAssertions.assertThat(list(label)).hasAttribute("aria-expanded", "false");
    }

    private boolean isUnfolded(String label) {
        return "true".equals(list(label).getAttribute("aria-expanded"));
    }

    /** Looks at the page as it is: lets axe-core search it and keeps a picture under this name. */
    void look(String name) {
        page.waitForLoadState();
        awaitStill();
        List<String> grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Visit::describe)
                        .toList();
        picture(name);
        assertThat(grave).as("axe-core on " + name + " " + page.url()).isEmpty();
    }

    /** What is still fading in has not the colours that people will read. */
    private void awaitStill() {
        String moving = "document.getAnimations().filter(a => a.playState === 'running'"
                + " && a.effect && a.effect.getComputedTiming().iterations !== Infinity).length";
        for (int i = 0; i < 100 && ((Number) page.evaluate(moving)).intValue() > 0; i++) {
            page.waitForTimeout(50);
        }
    }

    /** No page may be wider than the window. */
    void assertNoSidewaysScroll() {
        Object width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) width).intValue())
                .as("sideways scroll on " + page.url())
                .isZero();
    }

    /** Nothing was complained about on the browser's console so far. */
    void assertQuiet() {
        assertThat(complaints).isEmpty();
    }

    /** The refusals so far were wanted: the browser notes each as if it were a fault. */
    Visit afterRefusals() {
        complaints.removeIf(complaint -> complaint.contains("status of 40"));
        return this;
    }

    /** Keeps a picture under this name. */
    void picture(String name) {
        Path folder = Path.of(System.getProperty("jutong.work"), "screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** That a code is needed is told by a refusal, which the browser notes as if it were a fault. */
    private static boolean isStepOfSignIn(ConsoleMessage message) {
        return message.text().contains("401") && message.location().contains("/api/v1/session");
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
