package org.jutong.web.internal.portal;

import java.util.regex.Pattern;

/** The first words of an article. */
final class Summary {

    private static final Pattern HEADINGS = Pattern.compile("(?s)<h[1-6][^>]*>.*?</h[1-6]>");
    private static final Pattern TAGS = Pattern.compile("<[^>]+>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00a0]+");

    private Summary() {}

    /** Plain text without headings, cut after {@code length} characters; the body is the sanitizer's output. */
    static String of(String body, int length) {
        String text = TAGS.matcher(HEADINGS.matcher(body).replaceAll("")).replaceAll("");
        text = unescape(SPACE.matcher(text).replaceAll(" ").strip());
        int end = text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "……" : text;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
