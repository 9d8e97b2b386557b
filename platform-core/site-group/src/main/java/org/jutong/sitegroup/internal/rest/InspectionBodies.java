package org.jutong.sitegroup.internal.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.inspection.Inspected;
import org.jutong.sitegroup.internal.inspection.Report;
import org.jutong.sitegroup.internal.inspection.Report.ColumnLine;
import org.jutong.sitegroup.internal.inspection.Report.EvidenceLine;
import org.jutong.sitegroup.internal.inspection.Report.ScoreLine;
import org.jutong.sitegroup.internal.inspection.Report.Source;
import org.jutong.sitegroup.internal.inspection.SiteInspections.Inspectee;

/** The shapes of inspections in REST. */
public final class InspectionBodies {

    private InspectionBodies() {}

    /** The veto that comes first. */
    public record FirstView(String kind, String title, LocalDate on, int days) {}

    /** What an inspection of a site came to. */
    public record InspectionView(
            String site,
            String name,
            LocalDate on,
            Instant at,
            String rules,
            String verdict,
            List<String> vetoes,
            BigDecimal score,
            BigDecimal least,
            FirstView first) {

        static InspectionView of(Inspectee each, Words words) {
            return of(each.inspected(), each.site().name(), words);
        }

        static InspectionView of(Inspected i, String name, Words words) {
            return new InspectionView(
                    i.site().value(),
                    name,
                    i.on(),
                    i.at(),
                    i.rules(),
                    i.verdict(),
                    i.vetoes(),
                    i.score(),
                    i.least(),
                    i.first()
                            .map(f -> new FirstView(
                                    f.kind().id(), words.veto(f.kind().id()), f.on(), f.days()))
                            .orElse(null));
        }
    }

    /** A page of them. */
    public record InspectionList(List<InspectionView> items, String next) {}

    /** The same with the details. */
    public record InspectionDetail(
            InspectionView inspection, List<VetoView> vetoes, ScoreLine score, List<ColumnLine> columns) {

        static InspectionDetail of(InspectionView inspection, Report report, Words words) {
            return new InspectionDetail(
                    inspection,
                    report.vetoes().stream()
                            .map(v -> new VetoView(
                                    v.kind(),
                                    words.veto(v.kind()),
                                    v.state(),
                                    v.basis(),
                                    v.evidence().stream().map(words::evidence).toList()))
                            .toList(),
                    report.score(),
                    report.columns());
        }
    }

    /** One of the six vetoes. */
    public record VetoView(String kind, String title, String state, Source basis, List<EvidenceView> evidence) {}

    /** Something that speaks for it. */
    public record EvidenceView(String kind, String id, String name, String last, String detail, String words) {}

    /** Says things in the language that was asked for. */
    record Words(Texts texts, Locale locale) {

        static Words of(Texts texts, String language) {
            return new Words(texts, Texts.preferred(language));
        }

        String veto(String kind) {
            return texts.say(locale, "inspection.veto." + kind);
        }

        EvidenceView evidence(EvidenceLine e) {
            List<Object> arguments =
                    Arrays.asList(e.name(), Optional.ofNullable(e.last()).orElse("—"), e.detail());
            String said = texts.say(locale, "inspection.evidence." + e.kind(), arguments);
            return new EvidenceView(e.kind(), e.id(), e.name(), e.last(), e.detail(), said);
        }
    }
}
