package org.jutong.columns.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.columns.Basis;
import org.jutong.columns.inspection.Veto.Evidence;
import org.jutong.columns.inspection.Veto.Fact;
import org.jutong.columns.inspection.Veto.Kind;
import org.jutong.columns.inspection.Veto.State;

/** The vetoes that are not about columns. */
final class OtherVetoes {

    private final SiteEvidence seen;
    private final InspectionRules rules;
    private final Day today;

    OtherVetoes(SiteEvidence seen, InspectionRules rules, Day today) {
        this.seen = seen;
        this.rules = rules;
        this.today = today;
    }

    Veto safety() {
        InspectionRules.Safety rule = rules.safety();
        if (seen.incidents().isEmpty()) {
            return unknown(Kind.SAFETY, rule.basis());
        }
        State state = State.CLEAR;
        List<Evidence> evidence = new ArrayList<>();
        for (SiteEvidence.Incident i : seen.incidents().get()) {
            boolean isExcused = i.handledInTime() && rule.excusedWhenHandled().contains(i.kind());
            if (!isExcused && !today.isReached(rule.window().overOn(i.on()))) {
                boolean isKnown = rule.kinds().contains(i.kind());
                evidence.add(new Evidence(
                        isKnown ? Fact.INCIDENT : Fact.NOT_KNOWN, "", i.what(), Optional.of(i.on()), i.kind()));
                state = isKnown || state == State.HIT ? State.HIT : State.UNKNOWN;
            }
        }
        return new Veto(Kind.SAFETY, state, evidence, rule.basis());
    }

    Veto unreachable() {
        InspectionRules.Unreachable rule = rules.unreachable();
        long total = 0;
        long slow = 0;
        for (int back = 1; back <= rule.days(); back++) {
            LocalDate day = today.date().minusDays(back);
            List<SiteEvidence.DayOfVisits> visits = seen.visits().stream()
                    .flatMap(List::stream)
                    .filter(v -> v.day().equals(day))
                    .toList();
            long ofDay = visits.stream().mapToLong(v -> v.total()).sum();
            if (ofDay <= rule.visitsMoreThan()) {
                return new Veto(
                        Kind.UNREACHABLE,
                        State.UNKNOWN,
                        List.of(new Evidence(Fact.NOT_KNOWN, "", "", Optional.of(day), String.valueOf(ofDay))),
                        rule.basis());
            }
            total += ofDay;
            slow += visits.stream().mapToLong(v -> v.slow()).sum();
        }
        boolean isHit = slow * 100 >= rule.percent() * total;
        Evidence share = new Evidence(Fact.SLOW, "", "", Optional.of(today.date()), slow + "/" + total);
        return new Veto(
                Kind.UNREACHABLE,
                isHit ? State.HIT : State.CLEAR,
                slow == 0 ? List.of() : List.of(share),
                rule.basis());
    }

    Veto home(Optional<ColumnsCheck> columns) {
        Basis basis = rules.home().basis();
        boolean navigates = seen.home().filter(h -> h.onlyNavigates()).isPresent();
        if (seen.home().isEmpty() || navigates && columns.isEmpty()) {
            return unknown(Kind.HOME, basis);
        }
        Optional<LocalDate> last = homeUpdate(columns);
        if (last.filter(day -> !today.isReached(rules.home().overOn(day))).isPresent()) {
            return new Veto(Kind.HOME, State.CLEAR, List.of(), basis);
        }
        boolean isOpen = navigates && columns.get().isUnknownBelow();
        return new Veto(
                Kind.HOME,
                isOpen ? State.UNKNOWN : State.HIT,
                List.of(new Evidence(isOpen ? Fact.NOT_KNOWN : Fact.STALE_HOME, "", "", last, "")),
                basis);
    }

    /** The day on which the home page becomes stale if nothing is published. */
    Optional<LocalDate> homeOn(Optional<ColumnsCheck> columns) {
        return homeUpdate(columns).map(rules.home()::overOn);
    }

    private Optional<LocalDate> homeUpdate(Optional<ColumnsCheck> columns) {
        return seen.home()
                .flatMap(h -> h.onlyNavigates()
                        ? columns.flatMap(ColumnsCheck::newestBelow)
                        : h.lastUpdate().map(today::of));
    }

    Veto interaction() {
        Basis basis = rules.interaction().unanswered().basis();
        if (seen.letters().isEmpty()) {
            return unknown(Kind.INTERACTION, basis);
        }
        List<Evidence> evidence = new ArrayList<>();
        if (!seen.letters().get().channel()) {
            evidence.add(Evidence.of(Fact.NO_CHANNEL));
        }
        counted()
                .filter(l -> today.isReached(overOn(l)))
                .forEach(l -> evidence.add(
                        new Evidence(Fact.UNANSWERED, l.id(), l.id(), Optional.of(today.of(l.received())), l.kind())));
        return new Veto(Kind.INTERACTION, evidence.isEmpty() ? State.CLEAR : State.HIT, evidence, basis);
    }

    /** The day on which the first letter has waited too long. */
    Optional<LocalDate> interactionOn() {
        return counted().map(this::overOn).min(LocalDate::compareTo);
    }

    private Stream<SiteEvidence.Letter> counted() {
        LocalDate oldest = today.date().minus(rules.interaction().past());
        return seen.letters().stream()
                .flatMap(l -> l.unanswered().stream())
                .filter(l -> !rules.interaction().excluded().contains(l.kind()))
                .filter(l -> !today.of(l.received()).isBefore(oldest));
    }

    private LocalDate overOn(SiteEvidence.Letter letter) {
        return rules.interaction().unanswered().overOn(today.of(letter.received()));
    }

    Veto services() {
        InspectionRules.Services rule = rules.services();
        if (seen.guides().isEmpty()) {
            return unknown(Kind.SERVICES, rule.basis());
        }
        List<Evidence> evidence = new ArrayList<>();
        for (SiteEvidence.Guide guide : seen.guides().get()) {
            List<String> lacking = rule.elements().stream()
                    .filter(e -> !guide.elements().contains(e.id()))
                    .map(InspectionRules.Element::title)
                    .toList();
            if (lacking.size() >= rule.lacking()) {
                evidence.add(new Evidence(
                        Fact.POOR_GUIDE, guide.id(), guide.title(), Optional.empty(), String.join("、", lacking)));
            }
        }
        boolean none = seen.guides().get().isEmpty();
        if (none) {
            evidence.add(Evidence.of(Fact.NO_SERVICE));
        }
        boolean isHit = none || evidence.size() >= rule.guides();
        return new Veto(Kind.SERVICES, isHit ? State.HIT : State.CLEAR, evidence, rule.basis());
    }

    static Veto unknown(Kind kind, Basis basis) {
        return new Veto(kind, State.UNKNOWN, List.of(Evidence.of(Fact.NOT_KNOWN)), basis);
    }
}
