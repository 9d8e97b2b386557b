package org.jutong.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article taken from the text of a web page in Traditional characters: the page's furniture is left out, the words
 * are in Simplified characters, numbered sections are headings.
 */
record WebArticle(String title, String source, String author, Instant published, String body) {

    private static final Pattern TITLE = Pattern.compile("^【(?!我要).+】.+$", Pattern.MULTILINE);
    private static final Pattern DATELINE =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) 来源[:：] *(\\S+)$", Pattern.MULTILINE);
    private static final Pattern TOOLS = Pattern.compile("^字号.*$", Pattern.MULTILINE);
    private static final Pattern EDITOR = Pattern.compile("^【我要纠错】责任编辑[:：] *(\\S+)$", Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("[一二三四五六七八九十]+、[^。]+");
    private static final Pattern SUBSECTION = Pattern.compile("(（[一二三四五六七八九十]+）[^。]+)。(.*)");

    /** The republished page says these in the manner of Taiwan; the original is of the mainland. */
    private static final List<String[]> WORDS =
            List.of(new String[] {"硬體", "硬件"}, new String[] {"軟體", "软件"}, new String[] {"余萬元", "余万元"});

    static WebArticle parse(String page, UnaryOperator<String> simplified) {
        String text = page.replace("\r", "");
        for (String[] word : WORDS) {
            text = text.replace(word[0], word[1]);
        }
        text = simplified.apply(text);
        Matcher title = find(TITLE, text);
        Matcher dateline = find(DATELINE, text);
        Matcher editor = find(EDITOR, text);
        String words = text.substring(dateline.end(), editor.start());
        return new WebArticle(
                FullWidth.restore(title.group()),
                dateline.group(2),
                "责任编辑：" + editor.group(1),
                LocalDateTime.parse(dateline.group(1), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant(),
                body(TOOLS.matcher(words).replaceAll("")));
    }

    private static String body(String words) {
        StringBuilder html = new StringBuilder();
        for (String line : words.split("\n")) {
            String text = FullWidth.restore(line.strip());
            Matcher subsection = SUBSECTION.matcher(text);
            if (text.isEmpty()) {
                continue;
            } else if (SECTION.matcher(text).matches()) {
                Html.element(html, "h2", text);
            } else if (subsection.matches()) {
                Html.element(html, "h3", subsection.group(1));
                Html.element(html, "p", subsection.group(2));
            } else {
                Html.element(html, "p", text);
            }
        }
        return html.toString();
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("The page has no line like " + pattern);
        }
        return matcher;
    }
}
