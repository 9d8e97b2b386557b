package org.jutong.sitegroup.internal.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jutong.columns.drift.SiteColumn;
import org.jutong.columns.drift.Step;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.internal.PlainText;

/** What a request makes of a column, and the steps there. */
final class ColumnPlan {

    private ColumnPlan() {}

    /** The column under its key of now, with everything else as it is asked for. */
    static Column wanted(Room room, Column before, ColumnRequest asked) {
        String name = asked.title() == null && !before.name().isEmpty()
                ? before.name()
                : PlainText.required("title", asked.title(), 60);
        String type = asked.type() == null && !before.type().isEmpty()
                ? before.type()
                : PlainText.required("type", asked.type(), 20);
        return new Column(
                before.site(),
                before.key(),
                name,
                asked.parent() == null
                        ? before.parent()
                        : Optional.of(asked.parent().strip()).filter(key -> !key.isEmpty()),
                type,
                words("description", asked.description(), said(before.description(), before), name, 300),
                words("keywords", asked.keywords(), said(before.keywords(), before), name, 200),
                asked.clock() == null ? before.clock() : room.clock(asked.clock()),
                before.position());
    }

    /** The page tags must say something; what nobody wrote is the title. */
    private static String words(String field, String asked, String before, String title, int longest) {
        String said = asked == null ? before : PlainText.optional(field, asked, longest);
        return said.isEmpty() ? title : said;
    }

    private static String said(String words, Column column) {
        return words.equals(column.name()) ? "" : words;
    }

    /** Puts description and keywords in. */
    static UnaryOperator<Column> describing(String key, Column wanted) {
        return c -> c.key().equals(key) ? c.describedAs(wanted.description(), wanted.keywords()) : c;
    }

    /** The way from what is there to what is wanted, another key and title left out. */
    static List<Step> steps(Room room, Optional<Column> before, Column wanted, ColumnRequest asked) {
        List<Step> steps = new ArrayList<>();
        boolean isMoved =
                before.filter(had -> had.parent().equals(wanted.parent())).isEmpty();
        if (isMoved || asked.position() != null) {
            place(room, before, wanted, Optional.ofNullable(asked.position()), steps);
        }
        before.ifPresent(had -> {
            if (!had.type().equals(wanted.type())) {
                steps.add(new Step.Retype(had.key(), had.type(), wanted.type()));
            }
            if (!had.clock().equals(wanted.clock())) {
                steps.add(new Step.Reclock(had.key(), had.clock(), wanted.clock()));
            }
        });
        return steps;
    }

    private static void place(
            Room room, Optional<Column> before, Column wanted, Optional<Integer> position, List<Step> steps) {
        List<Column> order = new ArrayList<>(room.siblings(wanted.parent()));
        order.removeIf(c -> c.key().equals(wanted.key()));
        position.filter(given -> given < 1).ifPresent(wrong -> {
            throw Problem.invalid("position_invalid", "position");
        });
        order.add(Math.min(position.orElse(Integer.MAX_VALUE) - 1, order.size()), wanted);
        List<Integer> numbers = Order.of(order, room::isOwn);
        for (int i = 0; i < order.size(); i++) {
            Column c = order.get(i);
            int number = numbers.get(i);
            if (!c.key().equals(wanted.key())) {
                if (c.position() != number) {
                    steps.add(new Step.Move(c.key(), c.parent(), c.position(), c.parent(), number));
                }
            } else if (before.isPresent()) {
                Column had = before.get();
                steps.add(new Step.Move(c.key(), had.parent(), had.position(), c.parent(), number));
            } else {
                steps.add(new Step.Add(new SiteColumn(c.key(), c.name(), c.parent(), c.type(), c.clock(), number)));
            }
        }
    }
}
