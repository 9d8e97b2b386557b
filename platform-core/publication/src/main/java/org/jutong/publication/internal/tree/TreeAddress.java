package org.jutong.publication.internal.tree;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.plugin.SiteCode;

/**
 * An address of the portal that a file answers.
 *
 * @param address the path with its query, as it stands in pages
 * @param file where its file is, below the folder that the web server serves
 * @param site whose it is; empty for files of the portal itself
 * @param column the column whose list it is; empty for any other
 * @param article the article that it shows or that it leads away from; empty for any other
 * @param shared whether pages of several sites may need it: files of the portal and files of articles
 */
record TreeAddress(
        String address,
        String file,
        Optional<SiteCode> site,
        Optional<String> column,
        OptionalLong article,
        boolean shared) {

    private static final String CODE = "((?:/hant)?/sites/([0-9a-z]{10}))";
    private static final Pattern HOME = Pattern.compile(CODE + "/");
    private static final Pattern LIST =
            Pattern.compile(CODE + "/columns/([a-z][a-z0-9-]{0,60})/(?:\\?page=([2-9]|[1-9]\\d{1,4}))?");
    private static final Pattern ARTICLE = Pattern.compile(CODE + "/articles/(\\d{1,18})(/leave/[0-9a-f]{16})?");
    private static final Pattern FILE = Pattern.compile("/sites/([0-9a-z]{10})/files/([0-9A-Za-z_-]{1,64})/([^/?]+)");
    private static final Pattern FEED =
            Pattern.compile(CODE + "(?:/columns/([a-z][a-z0-9-]{0,60}))?/feed\\.(?:atom|rss|json)");
    private static final Pattern ARTICLE_FILE =
            Pattern.compile("/sites/([0-9a-z]{10})/files/[a-z2-7]{26}(?:-\\d{3,4})?\\.[a-z0-9]{2,4}");
    private static final Pattern ASSET = Pattern.compile(
            "/(?:assets/[0-9a-f]{1,64}|plugins/[a-z][a-z0-9-]{1,30}/assets)(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"(/[^\"#]*)[\"#]");
    private static final Pattern SOURCES = Pattern.compile("\\ssrcset=\"([^\"]*)\"");
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,8}");

    /** Empty where no file answers the address: what the platform makes for each reader, or what is elsewhere. */
    static Optional<TreeAddress> of(String address) {
        Matcher match = HOME.matcher(address);
        if (match.matches()) {
            return Optional.of(page(match, address, "index", Optional.empty(), OptionalLong.empty()));
        }
        match = LIST.matcher(address);
        if (match.matches()) {
            String name = match.group(4) == null ? "index" : "page-" + match.group(4);
            String key = match.group(3);
            return Optional.of(
                    page(match, address, "columns/" + key + "/" + name, Optional.of(key), OptionalLong.empty()));
        }
        match = ARTICLE.matcher(address);
        if (match.matches()) {
            String name = "articles/" + match.group(3) + (match.group(4) == null ? "" : match.group(4));
            return Optional.of(
                    page(match, address, name, Optional.empty(), OptionalLong.of(Long.parseLong(match.group(3)))));
        }
        match = FEED.matcher(address);
        if (match.matches()) {
            return Optional.of(
                    asItIs(address, new SiteCode(match.group(2)), Optional.ofNullable(match.group(3)), false));
        }
        match = ARTICLE_FILE.matcher(address);
        if (match.matches()) {
            return Optional.of(asItIs(address, new SiteCode(match.group(1)), Optional.empty(), true));
        }
        match = FILE.matcher(address);
        if (match.matches()) {
            String file = "sites/" + match.group(1) + "/files/" + match.group(2) + "." + extension(match.group(3));
            return Optional.of(new TreeAddress(
                    address,
                    file,
                    Optional.of(new SiteCode(match.group(1))),
                    Optional.empty(),
                    OptionalLong.empty(),
                    true));
        }
        return ASSET.matcher(address).matches()
                ? Optional.of(new TreeAddress(
                        address, address.substring(1), Optional.empty(), Optional.empty(), OptionalLong.empty(), true))
                : Optional.empty();
    }

    private static TreeAddress asItIs(String address, SiteCode site, Optional<String> column, boolean shared) {
        return new TreeAddress(address, address.substring(1), Optional.of(site), column, OptionalLong.empty(), shared);
    }

    private static TreeAddress page(
            Matcher match, String address, String name, Optional<String> column, OptionalLong article) {
        String file = match.group(1).substring(1) + "/" + name + ".html";
        return new TreeAddress(address, file, Optional.of(new SiteCode(match.group(2))), column, article, false);
    }

    /** A web server tells the type by the name's end, so one that says nothing gets a neutral one. */
    private static String extension(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        return name.contains(".") && EXTENSION.matcher(end).matches() ? end : "bin";
    }

    /** The addresses in a page that files answer: those of this site, and shared ones. */
    static Set<String> links(String html, SiteCode site) {
        Set<String> found = new LinkedHashSet<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            keep(found, link.group(1), site);
        }
        Matcher sources = SOURCES.matcher(html);
        while (sources.find()) {
            for (String each : sources.group(1).split(",")) {
                keep(found, each.strip().split("\\s")[0], site);
            }
        }
        return found;
    }

    private static void keep(Set<String> found, String written, SiteCode site) {
        String address = written.replace("&amp;", "&");
        of(address)
                .filter(known -> known.shared() || known.site().equals(Optional.of(site)))
                .ifPresent(known -> found.add(address));
    }
}
