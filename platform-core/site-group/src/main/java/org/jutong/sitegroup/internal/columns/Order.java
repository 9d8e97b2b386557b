package org.jutong.sitegroup.internal.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jutong.sitegroup.Column;

/** Numbers siblings in the order that they are to have. Columns of the standard keep their numbers where that can be. */
final class Order {

    private static final int STEP = 10;

    private Order() {}

    /** A number for each of the columns, ascending. */
    static List<Integer> of(List<Column> siblings, Predicate<Column> isOwn) {
        List<Integer> numbers = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < siblings.size(); ) {
            int end = i;
            while (end < siblings.size() && isOwn.test(siblings.get(end))) {
                end++;
            }
            int count = end - i;
            int gap = end < siblings.size() ? siblings.get(end).position() - before : STEP * (count + 1);
            if (gap <= count) {
                return renumbered(siblings.size());
            }
            for (int k = 1; k <= count; k++) {
                numbers.add(before + k * gap / (count + 1));
            }
            if (end < siblings.size()) {
                before = siblings.get(end).position();
                numbers.add(before);
            }
            i = end + 1;
        }
        return numbers;
    }

    private static List<Integer> renumbered(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(STEP * i);
        }
        return numbers;
    }
}
