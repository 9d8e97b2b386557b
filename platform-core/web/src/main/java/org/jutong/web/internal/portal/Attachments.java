package org.jutong.web.internal.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;

/**
 * The files of an article on the site that shows it: every site has them under its own address, because it is the
 * article's being there that makes them public. Thread-safe.
 *
 * @param files those to which an article's text leads
 */
record Attachments(Function<Article, List<ArticleFile>> files) {

    /** Bodies come from the sanitizer, which writes attributes in double quotes. */
    private static final Pattern REFERENCE =
            Pattern.compile(" (href|src)=\"/sites/\\d{10}/files/([a-z2-7]{26}\\.[a-z0-9]{2,4})\"([^>]*)");

    private static final String SIZES = "(max-width: 60rem) 100vw, 60rem";

    /** A file that readers may save. */
    public record Attachment(String name, String url, String kind, String size) {}

    /**
     * @param body with the addresses of the site
     * @param saved what is there besides pictures, in the order of the text
     */
    record Shown(String body, List<Attachment> saved) {}

    Shown of(Article article, SiteCode site) {
        Map<String, ArticleFile> known = files.apply(article).stream()
                .collect(Collectors.toMap(ArticleFile::name, file -> file, (one, same) -> one, LinkedHashMap::new));
        if (known.isEmpty()) {
            return new Shown(article.body(), List.of());
        }
        String body = REFERENCE
                .matcher(article.body())
                .replaceAll(found -> Matcher.quoteReplacement(
                        known.containsKey(found.group(2))
                                ? here(found, known.get(found.group(2)), site)
                                : found.group()));
        return new Shown(
                body,
                known.values().stream()
                        .filter(file -> !file.isPicture())
                        .map(file -> new Attachment(file.file().name(), file.on(site), kind(file), size(file)))
                        .toList());
    }

    private static String here(MatchResult found, ArticleFile file, SiteCode site) {
        StringBuilder here = new StringBuilder(" " + found.group(1) + "=\"" + file.on(site) + "\"");
        if (found.group(1).equals("src") && !file.smaller().isEmpty()) {
            here.append(" srcset=\"");
            file.smaller()
                    .forEach(width -> here.append(file.on(site, width))
                            .append(' ')
                            .append(width)
                            .append("w, "));
            here.append(file.on(site)).append(' ').append(file.width()).append("w\" sizes=\"" + SIZES + "\"");
        }
        if (found.group(1).equals("src") && !found.group(3).contains(" width=")) {
            here.append(" width=\"" + file.width() + "\" height=\"" + file.height() + "\"");
        }
        return here.append(found.group(3)).toString();
    }

    private static String kind(ArticleFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String size(ArticleFile file) {
        long bytes = file.file().size();
        return bytes < 1 << 20
                ? Math.max(1, bytes >> 10) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
