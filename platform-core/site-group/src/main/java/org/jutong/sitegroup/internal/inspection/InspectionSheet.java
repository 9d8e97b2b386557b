package org.jutong.sitegroup.internal.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.inspection.SiteInspections.Inspectee;

/** What inspections came to as a table to take away. */
public final class InspectionSheet {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Texts texts;
    private final Locale locale;

    /** With words of this language. */
    public InspectionSheet(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** Comma-separated, UTF-8, with what tells a spreadsheet so. */
    public byte[] csv(List<Inspectee> inspected) {
        String lines = table(inspected).stream()
                .map(row -> row.stream().map(InspectionSheet::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook of one sheet. */
    public byte[] xlsx(List<Inspectee> inspected) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Jutong", "1.0")) {
            Worksheet sheet = book.newWorksheet(say("title"));
            List<List<Object>> table = table(inspected);
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    Object value = table.get(row).get(column);
                    if (value instanceof Number number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(row, column, (String) value);
                    }
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<List<Object>> table(List<Inspectee> inspected) {
        List<List<Object>> table = new ArrayList<>();
        table.add(List.of(
                say("code"),
                say("site"),
                say("on"),
                say("verdict"),
                say("vetoes"),
                say("score"),
                say("least"),
                say("first"),
                say("days")));
        inspected.forEach(each -> table.add(row(each)));
        return table;
    }

    private List<Object> row(Inspectee each) {
        Inspected i = each.inspected();
        return List.of(
                each.site().code().value(),
                each.site().name(),
                i.on().toString(),
                texts.say(locale, "inspection.verdict." + i.verdict()),
                i.vetoes().stream().map(this::veto).collect(Collectors.joining("、")),
                i.score(),
                i.least(),
                i.first().map(first -> veto(first.kind().id())).orElse(""),
                i.first().<Object>map(first -> first.days()).orElse(""));
    }

    private String veto(String kind) {
        return texts.say(locale, "inspection.veto." + kind);
    }

    private String say(String key) {
        return texts.say(locale, "inspection.sheet." + key);
    }

    static String cell(Object value) {
        String text = String.valueOf(value);
        boolean isFormula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
