package org.jutong.web.internal.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.web.internal.portal.FeedFormat;

/**
 * What a portal address means. {@code /hant/…} is the Traditional rendering of the same address; no site code means
 * the root site.
 */
record PortalAddress(boolean traditional, Optional<SiteCode> site, Target target) {

    /** The page that is meant. */
    sealed interface Target {
        record Home() implements Target {}

        /** The address lacks its closing slash. */
        record Slash() implements Target {}

        record ColumnList(String key) implements Target {}

        record ArticlePage(long id) implements Target {}

        /** A feed of the site or of a column. */
        record Feed(Optional<String> column, FeedFormat format) implements Target {}

        /** An article for applications. */
        record ArticleJson(long id) implements Target {}

        /** The newest titles for a large screen. */
        record Screen() implements Target {}

        /** What was found. */
        record Search() implements Target {}

        /** The notice before a link of an article that leads out. */
        record Leave(long article, String key) implements Target {}

        record PluginPage(String plugin, String path) implements Target {}

        /** A page about the visitor's own account. */
        record AccountPage(String path) implements Target {}

        /** A file that came with the site. */
        record SiteFile(long id) implements Target {}

        /** A file of an article. */
        record ArticleFile(String name) implements Target {}

        /** Perhaps the address that a page had before the site was imported; percent-encoded. */
        record OldAddress(String path) implements Target {}

        /** Whether it is no page that is made. */
        default boolean isOnlyLookedUp() {
            return this instanceof SiteFile || this instanceof ArticleFile || this instanceof OldAddress;
        }
    }

    private static final String HANT = "/hant";
    private static final Pattern SITE = Pattern.compile("/sites/([^/]{1,40})(/.*)?");
    private static final Pattern COLUMN = Pattern.compile("/columns/([a-z][a-z0-9-]{0,60})/");
    private static final Pattern FEED = Pattern.compile("(?:/columns/([a-z][a-z0-9-]{0,60}))?/feed\\.(atom|rss|json)");
    private static final Pattern JSON = Pattern.compile("/articles/(\\d{1,18})\\.json");
    private static final Pattern ARTICLE = Pattern.compile("/articles/(\\d{1,18})");
    private static final Pattern LEAVE = Pattern.compile("/articles/(\\d{1,18})/leave/([0-9a-f]{16})");
    private static final Pattern FILE = Pattern.compile("/files/(\\d{1,18})/[^/]{1,800}");
    private static final Pattern ARTICLE_FILE = Pattern.compile("/files/([a-z2-7]{26}(?:-\\d{3,4})?\\.[a-z0-9]{2,4})");
    private static final Pattern ACCOUNT = Pattern.compile("/account/([a-z/-]{0,40})");
    private static final Pattern PLUGIN = Pattern.compile("/plugins/([a-z][a-z0-9-]{1,30})/(.{0,500})");

    /** @throws Problem {@code page_not_found} (404) where the path names no site, {@code invalid_site_code} (400) */
    static PortalAddress of(String path) {
        boolean traditional = path.startsWith(HANT + "/");
        String rest = traditional ? path.substring(HANT.length()) : path;
        if (rest.equals("/")) {
            return new PortalAddress(traditional, Optional.empty(), new Target.Home());
        }
        if (rest.equals("/account") || rest.startsWith("/account/")) {
            return new PortalAddress(traditional, Optional.empty(), target(rest));
        }
        Matcher site = SITE.matcher(rest);
        if (!site.matches()) {
            if (rest.startsWith("/sites")) {
                throw Problem.notFound("page_not_found");
            }
            return new PortalAddress(traditional, Optional.empty(), new Target.OldAddress(rest));
        }
        SiteCode code = new SiteCode(site.group(1));
        String below = site.group(2) == null ? "" : site.group(2);
        return new PortalAddress(traditional, Optional.of(code), target(below));
    }

    private static Target target(String below) {
        if (below.equals("/")) {
            return new Target.Home();
        }
        if (below.equals("/search")) {
            return new Target.Search();
        }
        if (below.equals("/screen")) {
            return new Target.Screen();
        }
        if (below.isEmpty() || below.matches("/plugins/[^/]+|/columns/[^/]+|/account")) {
            return new Target.Slash();
        }
        Matcher match = COLUMN.matcher(below);
        if (match.matches()) {
            return new Target.ColumnList(match.group(1));
        }
        match = ARTICLE.matcher(below);
        if (match.matches()) {
            return new Target.ArticlePage(Long.parseLong(match.group(1)));
        }
        match = FEED.matcher(below);
        if (match.matches()) {
            FeedFormat format = FeedFormat.valueOf(match.group(2).toUpperCase(Locale.ROOT));
            return new Target.Feed(Optional.ofNullable(match.group(1)), format);
        }
        match = JSON.matcher(below);
        if (match.matches()) {
            return new Target.ArticleJson(Long.parseLong(match.group(1)));
        }
        match = LEAVE.matcher(below);
        if (match.matches()) {
            return new Target.Leave(Long.parseLong(match.group(1)), match.group(2));
        }
        match = ACCOUNT.matcher(below);
        if (match.matches()) {
            return new Target.AccountPage(match.group(1));
        }
        match = PLUGIN.matcher(below);
        if (match.matches()) {
            return new Target.PluginPage(match.group(1), match.group(2));
        }
        match = ARTICLE_FILE.matcher(below);
        if (match.matches()) {
            return new Target.ArticleFile(match.group(1));
        }
        match = FILE.matcher(below);
        if (match.matches()) {
            return new Target.SiteFile(Long.parseLong(match.group(1)));
        }
        return new Target.OldAddress(below);
    }
}
