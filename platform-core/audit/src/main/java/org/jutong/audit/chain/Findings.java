package org.jutong.audit.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Faults of one kind are kept as ranges, so that a chain that is wrong throughout takes no more memory than one. */
final class Findings {

    private final TreeMap<Fault.Kind, TreeMap<Long, Long>> ranges = new TreeMap<>();

    void add(Fault.Kind kind, long from, long until) {
        TreeMap<Long, Long> of = ranges.computeIfAbsent(kind, unseen -> new TreeMap<>());
        long start = from;
        long end = until;
        var before = of.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        var after = of.higherEntry(start);
        while (after != null && after.getKey() <= end + 1) {
            end = Math.max(end, after.getValue());
            of.remove(after.getKey());
            after = of.higherEntry(start);
        }
        of.put(start, end);
    }

    void add(Fault.Kind kind, long seq) {
        add(kind, seq, seq);
    }

    boolean has(Fault.Kind kind, long from, long until) {
        var found = ranges.getOrDefault(kind, new TreeMap<>()).floorEntry(from);
        return found != null && found.getValue() >= until;
    }

    /** Takes these numbers out of the kind's ranges. */
    void remove(Fault.Kind kind, long from, long until) {
        TreeMap<Long, Long> of = ranges.getOrDefault(kind, new TreeMap<>());
        for (var range : new ArrayList<>(of.entrySet())) {
            long start = range.getKey();
            long end = range.getValue();
            if (start <= until && end >= from) {
                of.remove(start);
                if (start < from) {
                    of.put(start, from - 1);
                }
                if (end > until) {
                    of.put(until + 1, end);
                }
            }
        }
    }

    /** All, by their first number. */
    List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        ranges.forEach((kind, of) -> of.forEach((from, until) -> all.add(new Fault(kind, from, until))));
        all.sort(Comparator.comparingLong(Fault::from).thenComparing(Fault::kind));
        return Collections.unmodifiableList(all);
    }
}
