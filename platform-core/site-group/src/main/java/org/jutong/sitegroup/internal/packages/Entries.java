package org.jutong.sitegroup.internal.packages;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.plugin.SiteCode;

/** The names in a package, and how bodies name articles and files in it: by their place, never by a number of the platform. */
final class Entries {

    static final String FORMAT = "jutong-site-package";
    static final int VERSION = 1;
    static final String MANIFEST = "manifest.json";
    static final String SITE = "site.json";
    static final String COLUMNS = "columns.ndjson";
    static final String ENROLMENTS = "enrolments.ndjson";
    static final String FILES = "files.ndjson";
    static final String ARTICLES = "articles.ndjson";
    static final String ADDRESSES = "addresses.ndjson";
    static final String CONTENT = "files/";

    private static final Pattern PACKED = Pattern.compile("=\"/package/(articles|files)/(\\d{1,9})");

    private Entries() {}

    /** Links to the site's own articles and files as places in the package; others stay. */
    static String packed(String body, SiteCode site, Map<Long, Integer> articles, Map<Long, Integer> files) {
        Pattern own = Pattern.compile("=\"/sites/" + site + "/(?:(articles)/(\\d{1,18})|files/(\\d{1,18})/[^\"]*)");
        return own.matcher(body).replaceAll(link -> {
            boolean toArticle = link.group(1) != null;
            Integer place =
                    toArticle ? articles.get(Long.valueOf(link.group(2))) : files.get(Long.valueOf(link.group(3)));
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
