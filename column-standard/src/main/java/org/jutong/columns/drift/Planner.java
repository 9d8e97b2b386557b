package org.jutong.columns.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.StandardColumn;

/** Plans by doing: each step is taken at once on a copy, and the next one looks at what is there then. */
final class Planner {

    /** What stands below goes first. */
    private static final Comparator<SiteColumn> DEEPEST_FIRST =
            Comparator.comparing((SiteColumn c) -> c.parent().isEmpty()).thenComparing(SiteColumn.IN_ORDER);

    private final ColumnStandard standard;
    private final String level;
    private final List<SiteColumn> inOrder;
    private final Map<String, SiteColumn> wanted;
    private final List<Step> steps = new ArrayList<>();

    /** Columns whose children are put into the order of the standard, because something there changes. */
    private final Set<Optional<String>> unordered = new HashSet<>();

    private Map<String, SiteColumn> site;

    Planner(ColumnStandard standard, String level, String region, List<SiteColumn> columns) {
        this.standard = standard;
        this.level = level;
        this.inOrder = SiteColumn.of(standard, level, region);
        this.wanted = Drift.byKey(inOrder);
        this.site = Drift.byKey(columns);
        for (Deviation d : Drift.of(standard, level, region, columns).deviations()) {
            if (d.kind() == Deviation.Kind.REORDERED || d.kind() == Deviation.Kind.MOVED) {
                unordered.add(wanted.get(d.key()).parent());
            }
        }
    }

    List<Step> steps() {
        renameSuperseded();
        addMissing();
        inOrder.forEach(this::correct);
        inOrder.forEach(this::place);
        moveOwnFromSuperseded();
        Set<String> extra = Drift.notAllowed(
                standard, level, own().filter(c -> !isSuperseded(c)).toList());
        own().sorted(DEEPEST_FIRST).toList().forEach(c -> {
            Optional<StandardColumn> successor = standard.successor(level, c.key());
            if (successor.isPresent()) {
                take(new Step.MergeInto(c, successor.get().key()));
            } else if (extra.contains(c.key()) || isSuperseded(c)) {
                take(new Step.Retire(c));
            }
        });
        return steps;
    }

    private void renameSuperseded() {
        for (SiteColumn c : List.copyOf(site.values())) {
            standard.successor(level, c.key())
                    .map(successor -> wanted.get(successor.key()))
                    .filter(w -> !site.containsKey(w.key()))
                    .ifPresent(w -> {
                        unordered.add(w.parent());
                        take(new Step.Rename(c.key(), w.key(), c.name(), w.name()));
                    });
        }
    }

    private void addMissing() {
        for (SiteColumn w : inOrder) {
            if (!site.containsKey(w.key())) {
                unordered.add(w.parent());
                take(new Step.Add(w));
            }
        }
    }

    private void correct(SiteColumn w) {
        SiteColumn has = site.get(w.key());
        if (!has.name().equals(w.name())) {
            take(new Step.Rename(w.key(), w.key(), has.name(), w.name()));
        }
        if (!has.type().equals(w.type())) {
            take(new Step.Retype(w.key(), has.type(), w.type()));
        }
        if (!has.clock().equals(w.clock())) {
            take(new Step.Reclock(w.key(), has.clock(), w.clock()));
        }
    }

    private void place(SiteColumn w) {
        SiteColumn has = site.get(w.key());
        boolean isElsewhere = !has.parent().equals(w.parent());
        if (isElsewhere || unordered.contains(w.parent()) && has.order() != w.order()) {
            take(new Step.Move(w.key(), has.parent(), has.order(), w.parent(), w.order()));
        }
    }

    private void moveOwnFromSuperseded() {
        for (SiteColumn c : own().toList()) {
            c.parent()
                    .flatMap(parent -> standard.successor(level, parent))
                    .map(successor -> successor.parent().orElse(successor.key()))
                    .ifPresent(to -> take(new Step.Move(c.key(), c.parent(), c.order(), Optional.of(to), c.order())));
        }
    }

    private boolean isSuperseded(SiteColumn c) {
        return standard.successor(level, c.key()).isPresent()
                || standard.removed().stream().anyMatch(r -> r.key().equals(c.key()));
    }

    private Stream<SiteColumn> own() {
        return site.values().stream().filter(c -> !wanted.containsKey(c.key()));
    }

    private void take(Step step) {
        steps.add(step);
        site = Drift.index(step.applyTo(List.copyOf(site.values())));
    }
}
