package org.jutong.shell.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jutong.plugin.Table;

/** A table as lines of a terminal, where a Chinese character takes two places. */
final class TableText {

    private static final String GAP = " │ ";
    private static final String CROSSING = "─┼─";

    private TableText() {}

    /** The lines; the one sentence of a table without headings; none where there are neither. */
    static List<String> lines(Table table) {
        if (table.columns().isEmpty()) {
            return table.rows().stream()
                    .map(row -> printable(String.join(" ", row)))
                    .toList();
        }
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int index = column;
            int widest = table.rows().stream()
                    .mapToInt(row -> width(printable(row.get(index))))
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, width(table.columns().get(column))));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(table.columns(), widths));
        lines.add(String.join(CROSSING, widths.stream().map("─"::repeat).toList()));
        table.rows().forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = printable(cells.get(i));
            padded.add(cell + String.join("", Collections.nCopies(widths.get(i) - width(cell), " ")));
        }
        return String.join(GAP, padded).stripTrailing();
    }

    /** A title or a letter must not move the operator's cursor or recolour the screen. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    }

    private static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF01 && point <= 0xFF60)
                || (point >= 0x3040 && point <= 0x30FF);
    }
}
