package org.jutong.columns.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an inspection of a site comes to. Nothing in it is better than what is known: where evidence is missing, the veto is
 * unknown, the score is the most that it can be, and the site is undecided. Immutable.
 *
 * @param site the site
 * @param on the day, by the calendar of Beijing
 * @param rules the version of the rules
 * @param verdict what it comes to
 * @param vetoes the six vetoes in their order
 * @param score the score
 * @param columns how each column stands, the worst first; empty where the columns are not known
 * @param firstVeto which veto comes first if nothing is published and nobody is answered; empty where none is in sight
 */
public record Inspection(
        String site,
        LocalDate on,
        String rules,
        Verdict verdict,
        List<Veto> vetoes,
        Score score,
        List<ColumnStanding> columns,
        Optional<FirstVeto> firstVeto) {

    /** What an inspection comes to. */
    public enum Verdict {
        /** 合格: no veto, and the score suffices, whatever is not known. */
        PASSED,
        /** 不合格: a veto applies, or the score cannot suffice. */
        FAILED,
        /** What is known does not settle it. */
        UNDECIDED
    }

    /**
     * The veto that comes first.
     *
     * @param kind which one
     * @param on the first day on which it applies; the day of the inspection where it does already
     * @param days days until then; 0 where it applies already
     */
    public record FirstVeto(Veto.Kind kind, LocalDate on, int days) {}

    /** Inspects a site as it is known now. */
    public static Inspection of(SiteEvidence seen, InspectionRules rules, Clock clock) {
        Day today = Day.now(clock);
        Optional<ColumnsCheck> columns = seen.columns().map(c -> new ColumnsCheck(c, rules, today));
        OtherVetoes others = new OtherVetoes(seen, rules, today);
        List<Veto> vetoes = Stream.of(
                        others.safety(),
                        others.unreachable(),
                        others.home(columns),
                        columns.map(ColumnsCheck::veto)
                                .orElseGet(() -> OtherVetoes.unknown(
                                        Veto.Kind.COLUMNS, rules.columns().basis())),
                        others.interaction(),
                        others.services())
                .map(veto -> seen.partly().contains(veto.kind().id()) ? veto.ofPart() : veto)
                .toList();
        Score score = Score.of(seen, columns, rules.scoring());
        return new Inspection(
                seen.site(),
                today.date(),
                rules.version(),
                verdict(vetoes, score, rules),
                vetoes,
                score,
                columns.map(ColumnsCheck::standings).orElse(List.of()),
                firstVeto(vetoes, others, columns, today));
    }

    private static Verdict verdict(List<Veto> vetoes, Score score, InspectionRules rules) {
        boolean cannotSuffice = score.total().compareTo(rules.scoring().pass()) < 0;
        if (cannotSuffice || vetoes.stream().anyMatch(v -> v.state() == Veto.State.HIT)) {
            return Verdict.FAILED;
        }
        boolean maySuffice = score.least().compareTo(rules.scoring().pass()) < 0;
        return maySuffice || vetoes.stream().anyMatch(v -> v.state() == Veto.State.UNKNOWN)
                ? Verdict.UNDECIDED
                : Verdict.PASSED;
    }

    private static Optional<FirstVeto> firstVeto(
            List<Veto> vetoes, OtherVetoes others, Optional<ColumnsCheck> columns, Day today) {
        Stream<FirstVeto> now = vetoes.stream()
                .filter(v -> v.state() == Veto.State.HIT)
                .map(v -> new FirstVeto(v.kind(), today.date(), 0));
        Stream<FirstVeto> later = Stream.of(
                        coming(Veto.Kind.HOME, others.homeOn(columns), today),
                        coming(Veto.Kind.COLUMNS, columns.flatMap(ColumnsCheck::vetoOn), today),
                        coming(Veto.Kind.INTERACTION, others.interactionOn(), today))
                .flatMap(Optional::stream);
        return Stream.concat(now, later).min(Comparator.comparing(FirstVeto::on));
    }

    private static Optional<FirstVeto> coming(Veto.Kind kind, Optional<LocalDate> on, Day today) {
        return on.filter(day -> !today.isReached(day)).map(day -> new FirstVeto(kind, day, today.until(day)));
    }
}
