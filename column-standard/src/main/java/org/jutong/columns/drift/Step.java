package org.jutong.columns.drift;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a migration. It knows what was before, so that it can be taken back. {@link #applyTo} says what happens to
 * the list of columns; what happens to articles and addresses is said with each kind and is up to whoever keeps them.
 */
public sealed interface Step {

    /** The column that the step is about, as it is called before the step. */
    String key();

    /** The columns after the step; the list that is given stays as it is. */
    List<SiteColumn> applyTo(List<SiteColumn> columns);

    /** The step that takes this one back. */
    Step inverse();

    /** A column is made, or comes back with its articles where it was retired. */
    record Add(SiteColumn column) implements Step {
        @Override
        public String key() {
            return column.key();
        }

        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return Stream.concat(columns.stream(), Stream.of(column)).toList();
        }

        @Override
        public Step inverse() {
            return new Retire(column);
        }
    }

    /** A column is taken off the site. Its articles stay with it, out of sight, and come back with it. */
    record Retire(SiteColumn column) implements Step {
        @Override
        public String key() {
            return column.key();
        }

        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return columns.stream().filter(c -> !c.key().equals(key())).toList();
        }

        @Override
        public Step inverse() {
            return new Add(column);
        }
    }

    /** A column gets another title, another key or both; those below it follow, and the old address leads to the new. */
    record Rename(String key, String newKey, String name, String newName) implements Step {
        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return columns.stream()
                    .map(c -> c.key().equals(key)
                            ? c.named(newKey, newName)
                            : c.parent().equals(Optional.of(key)) ? c.placed(Optional.of(newKey), c.order()) : c)
                    .toList();
        }

        @Override
        public Step inverse() {
            return new Rename(newKey, key, newName, name);
        }
    }

    /** A column gets another place: another column above it, another place among its siblings, or both. */
    record Move(String key, Optional<String> parent, int order, Optional<String> newParent, int newOrder)
            implements Step {
        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return columns.stream()
                    .map(c -> c.key().equals(key) ? c.placed(newParent, newOrder) : c)
                    .toList();
        }

        @Override
        public Step inverse() {
            return new Move(key, newParent, newOrder, parent, order);
        }
    }

    /** A column gets another ColumnType. */
    record Retype(String key, String type, String newType) implements Step {
        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return columns.stream()
                    .map(c -> c.key().equals(key) ? c.typed(newType) : c)
                    .toList();
        }

        @Override
        public Step inverse() {
            return new Retype(key, newType, type);
        }
    }

    /** A column gets another update clock. */
    record Reclock(String key, Optional<Period> clock, Optional<Period> newClock) implements Step {
        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return columns.stream()
                    .map(c -> c.key().equals(key) ? c.timed(newClock) : c)
                    .toList();
        }

        @Override
        public Step inverse() {
            return new Reclock(key, newClock, clock);
        }
    }

    /**
     * A column goes into another. Its articles go to the target, its address leads there. Which articles came this way must
     * be kept, or {@link SplitFrom} cannot find them.
     */
    record MergeInto(SiteColumn column, String target) implements Step {
        @Override
        public String key() {
            return column.key();
        }

        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return new Retire(column).applyTo(columns);
        }

        @Override
        public Step inverse() {
            return new SplitFrom(column, target);
        }
    }

    /** A merged column is there again, with the articles that came from it. Only a way back has such a step. */
    record SplitFrom(SiteColumn column, String target) implements Step {
        @Override
        public String key() {
            return column.key();
        }

        @Override
        public List<SiteColumn> applyTo(List<SiteColumn> columns) {
            return new Add(column).applyTo(columns);
        }

        @Override
        public Step inverse() {
            return new MergeInto(column, target);
        }
    }
}
