package org.jutong.web.internal.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the session's secret into the forms of a rendered page, those of plugins included. */
final class Forms {

    /** The name of the hidden field. */
    static final String FIELD = "csrf";

    private static final Pattern FORM =
            Pattern.compile("<form\\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern POST = Pattern.compile("\\bmethod\\s*=\\s*[\"']?post\\b", Pattern.CASE_INSENSITIVE);

    private Forms() {}

    /** Each {@code <form method="post">} with the field; the page as it is where there is no secret. */
    static String sign(String html, String csrf) {
        if (csrf.isEmpty()) {
            return html;
        }
        String field = "<input type=\"hidden\" name=\"" + FIELD + "\" value=\"" + csrf + "\">";
        return FORM.matcher(html)
                .replaceAll(form -> Matcher.quoteReplacement(
                        POST.matcher(form.group(1)).find() ? form.group() + field : form.group()));
    }
}
