package org.jutong.sitegroup.internal.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of pages below a site's, as findings keep them; empty is the site as a whole. */
final class PageAddress {

    static final String HOME = "/";
    private static final Pattern COLUMN = Pattern.compile("/columns/([^/]+)/");
    private static final Pattern ARTICLE = Pattern.compile("/articles/(\\d{1,18})");

    private PageAddress() {}

    static String column(String key) {
        return "/columns/" + key + "/";
    }

    static String article(long id) {
        return "/articles/" + id;
    }

    static Optional<String> columnOf(String address) {
        Matcher match = COLUMN.matcher(address);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    static Optional<Long> articleOf(String address) {
        Matcher match = ARTICLE.matcher(address);
        return match.matches() ? Optional.of(Long.parseLong(match.group(1))) : Optional.empty();
    }
}
