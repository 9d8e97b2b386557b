package org.jutong.sitegroup.internal.packages;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.plugin.SiteCode;

/** The names in a package, and how bodies name articles and files in it: by their place, never by a number of the platform. */
final class Entries {

    static final String FORMAT = "jutong-site-package";
    static final int VERSION = 2;
    static final String MANIFEST = "manifest.json";
    static final String SITE = "site.json";
    static final String STANDARD = "standard.json";
    static final String FILING = "filing.json";
    static final String HOSTS = "hosts.ndjson";
    static final String COLUMNS = "columns.ndjson";
    static final String ENROLMENTS = "enrolments.ndjson";
    static final String FILES = "files.ndjson";
    static final String ARTICLES = "articles.ndjson";
    static final String ADDRESSES = "addresses.ndjson";
    static final String CONTENT = "files/";

    private static final Pattern PACKED = Pattern.compile("=\"/package/(articles|files)/(\\d{1,9})");

    private static final Pattern LINK =
            Pattern.compile("=\"/sites/(\\d{10})/(?:articles/(\\d{1,18})|files/(?:(\\d{1,18})/[^\"]*"
                    + "|([a-z2-7]{26}\\.[a-z0-9]{2,4})))");

    private Entries() {}

    /** A file to which a text links. */
    record Link(SiteCode site, long file) {}

    /** The files of other sites to which a text links. */
    static List<Link> borrowed(String body, SiteCode site) {
        return LINK.matcher(body)
                .results()
                .filter(link -> link.group(3) != null && !link.group(1).equals(site.value()))
                .map(link -> new Link(new SiteCode(link.group(1)), Long.parseLong(link.group(3))))
                .toList();
    }

    /**
     * Links to articles of the site and to files in the package as places in it; others stay.
     *
     * @param files their places by what addresses call them: the number of one that came with a site, the name of an
     *     article's
     */
    static String packed(String body, SiteCode site, Map<Long, Integer> articles, Map<String, Integer> files) {
        return LINK.matcher(body).replaceAll(link -> {
            boolean toArticle = link.group(2) != null;
            Integer place = !toArticle
                    ? files.get(link.group(3) == null ? link.group(4) : link.group(3))
                    : link.group(1).equals(site.value()) ? articles.get(Long.valueOf(link.group(2))) : null;
            return Matcher.quoteReplacement(
                    place == null ? link.group() : "=\"/package/" + (toArticle ? "articles/" : "files/") + place);
        });
    }

    /** The other way round. */
    static String unpacked(String body, Function<Integer, String> article, Function<Integer, String> file) {
        return PACKED.matcher(body).replaceAll(link -> {
            int place = Integer.parseInt(link.group(2));
            return Matcher.quoteReplacement("=\"" + (link.group(1).equals("articles") ? article : file).apply(place));
        });
    }
}
