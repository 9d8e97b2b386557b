package org.jutong.sitegroup.internal;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Versions.Line;
import org.jutong.sitegroup.Versions.Line.Kind;
import org.jutong.sitegroup.Versions.Piece;

/** Two texts beside each other, line by line and within a line character by character; all of it plain text. */
final class Differences {

    private static final String BODY = "body";

    /** Around what changed within a line; characters of nobody's, taken out of the texts before. */
    private static final char OPENS = '\uE000';

    private static final char CLOSES = '\uE001';

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "br", "table", "ul", "ol");

    private Differences() {}

    static List<Line> between(Draft old, Draft now) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> before = facts(old);
        facts(now).forEach((field, text) -> lines.addAll(lines(field, one(before.get(field)), one(text))));
        List<Line> body = lines(BODY, blocks(old.body()), blocks(now.body()));
        lines.addAll(body);
        if (!old.body().equals(now.body()) && body.stream().allMatch(line -> line.kind() == Kind.SAME)) {
            lines.add(new Line("markup", Kind.CHANGED, List.of(), List.of()));
        }
        return lines;
    }

    private static Map<String, String> facts(Draft text) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", text.title());
        facts.put("column", text.column());
        facts.put("source", text.source());
        facts.put("author", text.author());
        facts.put("published", text.published().map(Object::toString).orElse(""));
        facts.put("contentClass", text.contentClass().name());
        facts.put("documentNumber", text.document().number().orElse(""));
        facts.put("indexNumber", text.document().index().orElse(""));
        facts.put("subjectClass", text.document().subject().orElse(""));
        return facts;
    }

    private static List<String> one(String fact) {
        return Optional.of(fact).filter(text -> !text.isEmpty()).map(List::of).orElse(List.of());
    }

    /** The body's blocks as plain text; where links lead and pictures come from is part of it. */
    static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    block.append(text.text());
                } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    end();
                } else if (node.nodeName().equals("img")) {
                    block.append(" [").append(node.attr("src")).append("] ");
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    end();
                } else if (node.nodeName().equals("a")) {
                    block.append(" <").append(node.attr("href")).append("> ");
                } else if (node.nodeName().equals("td") || node.nodeName().equals("th")) {
                    block.append(" | ");
                }
            }

            private void end() {
                String text = block.toString().strip();
                if (!text.isEmpty()) {
                    blocks.add(text);
                }
                block.setLength(0);
            }
        });
        if (!block.toString().isBlank()) {
            blocks.add(block.toString().strip());
        }
        return blocks;
    }

    private static List<Line> lines(String field, List<String> old, List<String> now) {
        DiffRowGenerator rows = DiffRowGenerator.create()
                .showInlineDiffs(true)
                .reportLinesUnchanged(true)
                .inlineDiffByWord(false)
                .mergeOriginalRevised(false)
                .lineNormalizer(line -> line)
                .oldTag(opens -> String.valueOf(opens ? OPENS : CLOSES))
                .newTag(opens -> String.valueOf(opens ? OPENS : CLOSES))
                .build();
        return rows.generateDiffRows(clean(old), clean(now)).stream()
                .map(row -> new Line(field, kind(row), pieces(row.getOldLine()), pieces(row.getNewLine())))
                .toList();
    }

    private static List<String> clean(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(String.valueOf(OPENS), "").replace(String.valueOf(CLOSES), ""))
                .toList();
    }

    private static Kind kind(DiffRow row) {
        return switch (row.getTag()) {
            case EQUAL -> Kind.SAME;
            case INSERT -> Kind.ADDED;
            case DELETE -> Kind.REMOVED;
            case CHANGE -> Kind.CHANGED;
        };
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        boolean changed = false;
        for (int at = 0; at <= line.length(); at++) {
            boolean mark = at < line.length() && (line.charAt(at) == OPENS || line.charAt(at) == CLOSES);
            if (mark || at == line.length()) {
                if (at > from) {
                    pieces.add(new Piece(line.substring(from, at), changed));
                }
                changed = mark && line.charAt(at) == OPENS;
                from = at + 1;
            }
        }
        return List.copyOf(pieces);
    }
}
