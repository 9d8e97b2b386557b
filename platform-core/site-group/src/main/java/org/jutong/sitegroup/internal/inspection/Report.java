package org.jutong.sitegroup.internal.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.columns.Basis;
import org.jutong.columns.inspection.ColumnStanding;
import org.jutong.columns.inspection.Inspection;
import org.jutong.columns.inspection.Score;
import org.jutong.columns.inspection.Veto;

/**
 * The details of an inspection in the shape in which they are stored: days are ISO text, kinds and states are in lower
 * case, {@code null} stands for what there is none of.
 */
public record Report(List<VetoLine> vetoes, ScoreLine score, List<ColumnLine> columns) {

    /** The rule. */
    public record Source(String source, String mark) {
        static Source of(Basis basis) {
            return new Source(basis.source(), basis.mark().name());
        }
    }

    /** A veto. */
    public record VetoLine(String kind, String state, List<EvidenceLine> evidence, Source basis) {}

    /** Something that speaks for a veto. */
    public record EvidenceLine(String kind, String id, String name, String last, String detail) {}

    /** The score. */
    public record ScoreLine(
            BigDecimal total, BigDecimal least, BigDecimal deducted, BigDecimal bonus, List<ItemLine> items) {}

    /** An item of the score. */
    public record ItemLine(String id, String title, Integer count, BigDecimal points, boolean known, Source basis) {}

    /** How a column stands. */
    public record ColumnLine(
            String key, String name, String clock, String state, String last, String staleOn, Integer daysLeft) {}

    static Report of(Inspection inspection) {
        return new Report(
                inspection.vetoes().stream().map(Report::veto).toList(),
                score(inspection.score()),
                inspection.columns().stream().map(Report::column).toList());
    }

    private static VetoLine veto(Veto veto) {
        return new VetoLine(
                veto.kind().id(),
                id(veto.state()),
                veto.evidence().stream()
                        .map(e -> new EvidenceLine(id(e.kind()), e.id(), e.name(), day(e.last()), e.detail()))
                        .toList(),
                Source.of(veto.basis()));
    }

    private static ScoreLine score(Score score) {
        return new ScoreLine(
                score.total(),
                score.least(),
                score.deducted(),
                score.bonus(),
                score.items().stream().map(Report::item).toList());
    }

    private static ItemLine item(Score.Item item) {
        Integer count = item.count().isPresent() ? item.count().getAsInt() : null;
        return new ItemLine(item.id(), item.title(), count, item.points(), item.isAll(), Source.of(item.basis()));
    }

    private static ColumnLine column(ColumnStanding c) {
        return new ColumnLine(
                c.key(),
                c.name(),
                c.clock().orElse(null),
                id(c.state()),
                day(c.last()),
                day(c.staleOn()),
                c.daysLeft().isPresent() ? c.daysLeft().getAsInt() : null);
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }
}
