package org.jutong.demo;

import java.util.List;

/** The little HTML that the demonstration's own articles need; every text is escaped. */
final class Html {

    private Html() {}

    static void element(StringBuilder html, String name, String text) {
        html.append('<').append(name).append('>').append(escape(text));
        html.append("</").append(name).append('>');
    }

    static void table(StringBuilder html, List<String> headings, List<List<String>> rows) {
        html.append("<table><thead><tr>");
        headings.forEach(
                h -> html.append("<th scope=\"col\">").append(escape(h)).append("</th>"));
        html.append("</tr></thead><tbody>");
        rows.forEach(row -> {
            html.append("<tr>");
            row.forEach(cell -> element(html, "td", cell));
            html.append("</tr>");
        });
        html.append("</tbody></table>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
