package org.jutong.sitegroup.internal.standard;

import java.time.Period;
import java.util.Optional;
import org.jutong.columns.drift.SiteColumn;
import org.jutong.columns.drift.Step;

/**
 * A step of a migration in the shape in which it is stored and shown; {@code null} stands for what a kind of step does not
 * have.
 *
 * @param kind {@code add}, {@code retire}, {@code rename}, {@code move}, {@code retype}, {@code reclock}, {@code merge} or
 *     {@code split}
 * @param key the column, as it is called before the step
 * @param column the column that is added, retired, merged or split off
 * @param from what was before: a title, a column above, a type or a clock
 * @param to what comes then; for merge and split the column that takes or gives the articles
 * @param newKey of a rename
 * @param order of a move, before
 * @param newOrder of a move, then
 */
public record StepLine(
        String kind,
        String key,
        ColumnLine column,
        String from,
        String to,
        String newKey,
        Integer order,
        Integer newOrder) {

    /** A column. */
    public record ColumnLine(String key, String name, String parent, String type, String clock, int order) {

        static ColumnLine of(SiteColumn c) {
            return new ColumnLine(c.key(), c.name(), c.parent().orElse(null), c.type(), text(c.clock()), c.order());
        }

        SiteColumn column() {
            return new SiteColumn(key, name, Optional.ofNullable(parent), type, StepLine.period(clock), order);
        }
    }

    /** As it is stored and shown. */
    public static StepLine of(Step step) {
        if (step instanceof Step.Add s) {
            return new StepLine("add", s.key(), ColumnLine.of(s.column()), null, null, null, null, null);
        } else if (step instanceof Step.Retire s) {
            return new StepLine("retire", s.key(), ColumnLine.of(s.column()), null, null, null, null, null);
        } else if (step instanceof Step.Rename s) {
            return new StepLine("rename", s.key(), null, s.name(), s.newName(), s.newKey(), null, null);
        } else if (step instanceof Step.Move s) {
            String from = s.parent().orElse(null);
            return new StepLine("move", s.key(), null, from, s.newParent().orElse(null), null, s.order(), s.newOrder());
        } else if (step instanceof Step.Retype s) {
            return new StepLine("retype", s.key(), null, s.type(), s.newType(), null, null, null);
        } else if (step instanceof Step.Reclock s) {
            return new StepLine("reclock", s.key(), null, text(s.clock()), text(s.newClock()), null, null, null);
        } else if (step instanceof Step.MergeInto s) {
            return new StepLine("merge", s.key(), ColumnLine.of(s.column()), null, s.target(), null, null, null);
        } else {
            Step.SplitFrom s = (Step.SplitFrom) step;
            return new StepLine(
                    "split", s.column().key(), ColumnLine.of(s.column()), null, s.target(), null, null, null);
        }
    }

    /** What was stored. */
    public Step step() {
        return switch (kind) {
            case "add" -> new Step.Add(column.column());
            case "retire" -> new Step.Retire(column.column());
            case "rename" -> new Step.Rename(key, newKey, from, to);
            case "move" -> new Step.Move(key, Optional.ofNullable(from), order, Optional.ofNullable(to), newOrder);
            case "retype" -> new Step.Retype(key, from, to);
            case "reclock" -> new Step.Reclock(key, period(from), period(to));
            case "merge" -> new Step.MergeInto(column.column(), to);
            case "split" -> new Step.SplitFrom(column.column(), to);
            default -> throw new IllegalStateException("A step of the kind " + kind);
        };
    }

    private static String text(Optional<Period> clock) {
        return clock.map(Period::toString).orElse(null);
    }

    private static Optional<Period> period(String text) {
        return Optional.ofNullable(text).map(Period::parse);
    }
}
