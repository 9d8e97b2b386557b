package org.jutong.columns.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jutong.columns.inspection.ColumnStanding.State;

/** The columns of a site on a day. */
final class ColumnsCheck {

    private final InspectionRules rules;
    private final Day today;
    private final List<Judged> columns = new ArrayList<>();

    private record Judged(SiteEvidence.Column seen, ColumnStanding standing, boolean countsFirst) {

        boolean is(State state) {
            return standing.state() == state;
        }

        Veto.Evidence as(Veto.Fact fact) {
            return new Veto.Evidence(
                    fact, seen.key(), seen.name(), standing.last(), seen.clock().orElse(""));
        }
    }

    ColumnsCheck(List<SiteEvidence.Column> seen, InspectionRules rules, Day today) {
        this.rules = rules;
        this.today = today;
        seen.forEach(c -> columns.add(new Judged(c, standing(c), countsFirst(c))));
    }

    List<ColumnStanding> standings() {
        return columns.stream()
                .map(Judged::standing)
                .sorted(ColumnStanding.WORST_FIRST)
                .toList();
    }

    /** How many columns with this clock are in this state. */
    int count(String clock, State state) {
        return (int) columns.stream()
                .filter(c -> c.is(state) && c.seen.clock().filter(clock::equals).isPresent())
                .count();
    }

    Veto veto() {
        List<Veto.Evidence> evidence = new ArrayList<>();
        Veto.State state = Veto.State.CLEAR;
        state = worse(
                state, judge(Judged::countsFirst, State.STALE, rules.columns().stale()));
        state = worse(
                state, judge(c -> true, State.STALE, rules.columns().longStale().count()));
        state = worse(
                state, judge(c -> true, State.BLANK, rules.columns().blank().count()));
        for (Judged c : columns) {
            switch (c.standing.state()) {
                case STALE -> evidence.add(c.as(c.countsFirst ? Veto.Fact.STALE_COLUMN : Veto.Fact.LONG_STALE_COLUMN));
                case BLANK -> evidence.add(c.as(Veto.Fact.BLANK_COLUMN));
                case UNKNOWN -> evidence.add(c.as(Veto.Fact.NOT_KNOWN));
                case FRESH, UNTIMED -> {
                    // nothing speaks against it
                }
            }
        }
        return new Veto(Veto.Kind.COLUMNS, state, evidence, rules.columns().basis());
    }

    /** The day on which the veto applies if nothing is published. */
    Optional<LocalDate> vetoOn() {
        Optional<LocalDate> few = nth(Judged::countsFirst, rules.columns().stale());
        Optional<LocalDate> many = nth(c -> true, rules.columns().longStale().count());
        return few.isPresent() && many.isPresent() && many.get().isBefore(few.get()) ? many : few.or(() -> many);
    }

    /** The newest update of second-level columns; empty where there is none. */
    Optional<LocalDate> newestBelow() {
        return columns.stream()
                .filter(c -> !c.seen.firstLevel())
                .flatMap(c -> c.standing.last().stream())
                .max(LocalDate::compareTo);
    }

    /** Whether there is a second-level column with articles of which nobody knows the dates. */
    boolean isUnknownBelow() {
        return columns.stream()
                .anyMatch(c -> !c.seen.firstLevel()
                        && !c.seen.blank()
                        && !c.seen.undated()
                        && c.seen.lastUpdate().isEmpty());
    }

    private Veto.State judge(Predicate<Judged> counted, State bad, int threshold) {
        long hits = columns.stream().filter(c -> c.is(bad) && counted.test(c)).count();
        long open = bad == State.BLANK
                ? 0
                : columns.stream()
                        .filter(c -> c.is(State.UNKNOWN) && counted.test(c))
                        .count();
        return hits >= threshold ? Veto.State.HIT : hits + open >= threshold ? Veto.State.UNKNOWN : Veto.State.CLEAR;
    }

    private Optional<LocalDate> nth(Predicate<Judged> counted, int threshold) {
        return columns.stream()
                .filter(c -> (c.is(State.STALE) || c.is(State.FRESH)) && counted.test(c))
                .map(c -> c.standing.staleOn().orElse(today.date()))
                .sorted()
                .skip(threshold - 1L)
                .findFirst();
    }

    private boolean countsFirst(SiteEvidence.Column c) {
        String clock = c.clock().orElse("");
        for (InspectionRules.Group group : rules.columns().of()) {
            if (group.clock().equals(clock) && (c.firstLevel() || !group.firstLevelOnly())) {
                return true;
            }
        }
        return false;
    }

    private ColumnStanding standing(SiteEvidence.Column c) {
        Optional<LocalDate> last = c.lastUpdate().map(today::of);
        Optional<InspectionRules.Limit> limit = c.clock().map(rules.clocks()::get);
        Optional<LocalDate> staleOn = last.flatMap(day -> limit.map(l -> l.overOn(day)));
        State state = state(c, limit.isPresent(), staleOn);
        boolean hasDay = state == State.STALE || state == State.FRESH;
        return new ColumnStanding(
                c.key(),
                c.name(),
                c.clock(),
                state,
                last,
                hasDay ? staleOn : Optional.empty(),
                hasDay ? OptionalInt.of(staleOn.map(today::until).orElse(0)) : OptionalInt.empty());
    }

    private State state(SiteEvidence.Column c, boolean hasLimit, Optional<LocalDate> staleOn) {
        if (c.blank()) {
            return State.BLANK;
        }
        if (c.clock().isEmpty()) {
            return State.UNTIMED;
        }
        if (!hasLimit || c.lastUpdate().isEmpty() && !c.undated()) {
            return State.UNKNOWN;
        }
        return staleOn.isEmpty() || today.isReached(staleOn.get()) ? State.STALE : State.FRESH;
    }

    private static Veto.State worse(Veto.State a, Veto.State b) {
        List<Veto.State> both = List.of(a, b);
        return both.contains(Veto.State.HIT)
                ? Veto.State.HIT
                : both.contains(Veto.State.UNKNOWN) ? Veto.State.UNKNOWN : Veto.State.CLEAR;
    }
}
