package org.jutong.sitegroup.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What an article's body may contain: headings below the page's own, paragraphs, lists, tables, quotations, links and
 * pictures of the platform itself. Everything else is taken out; the text of unknown elements stays.
 */
public final class ArticleBody {

    private static final int LONGEST = 200_000;

    private static final Pattern ALIGNMENT = Pattern.compile("(?:text-)?(?:left|center|right)|indent");
    private static final Pattern OWN_PICTURE = Pattern.compile("/(?![/\\\\])[^\\\\\\s\\p{Cntrl}]*");
    private static final Pattern LINK =
            Pattern.compile("(?:https?://|mailto:|tel:|/(?![/\\\\])|#).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    /** Full-width punctuation and digits but those that look like markup; the sanitizer writes all of them as numbers. */
    private static final Pattern FULL_WIDTH =
            Pattern.compile("&#x(ff(?!02|06|07|1c|1d|1e|40)[0-5][0-9a-f]);", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&nbsp;|&#160;|\\u00a0|\\u3000|\\s");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h2", "h3", "h4", "p", "br", "hr", "ul", "ol", "li", "blockquote")
            .allowElements("strong", "b", "em", "i", "u", "s", "sub", "sup", "figure", "figcaption")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener")
            .allowAttributes("src")
            .matching(OWN_PICTURE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(true, "col", "row", "colgroup", "rowgroup")
            .onElements("th")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("class")
            .matching(ALIGNMENT)
            .onElements("p", "h2", "h3", "h4", "td", "th", "figure")
            .disallowTextIn("script", "style", "noscript", "iframe", "object", "template", "svg", "math")
            .toFactory();

    private ArticleBody() {}

    /** @throws Problem {@code body_missing} (also where nothing readable remains), {@code body_too_long} */
    public static String clean(String html) {
        if (html == null || html.isBlank()) {
            throw Problem.invalid("body_missing", "body");
        }
        if (html.length() > LONGEST) {
            throw Problem.invalid("body_too_long", "body", LONGEST);
        }
        String clean = FULL_WIDTH
                .matcher(POLICY.sanitize(html).strip())
                .replaceAll(number -> String.valueOf((char) Integer.parseInt(number.group(1), 16)));
        if (!clean.toLowerCase(Locale.ROOT).contains("<img ")
                && MARKUP.matcher(clean).replaceAll("").isEmpty()) {
            throw Problem.invalid("body_missing", "body");
        }
        if (clean.length() > 2 * LONGEST) {
            throw Problem.invalid("body_too_long", "body", LONGEST);
        }
        return clean;
    }
}
