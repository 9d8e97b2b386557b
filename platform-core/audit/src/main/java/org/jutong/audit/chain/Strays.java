package org.jutong.audit.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries that contradict themselves where they stand. Some are right at another number: they were moved. Those near
 * are found at once, those far away when all are known. The rest were edited.
 */
final class Strays {

    private static final int NEAR = 2000;
    /** Hashes that may be tried in all, so that a chain that is wrong throughout is read in reasonable time. */
    private static final long TRIES = 5_000_000;

    private static final int KEPT = 1000;

    private final Findings findings;
    private final List<Run> runs = new ArrayList<>();
    private final List<Link> unexplained = new ArrayList<>();
    private long tries = TRIES;
    private long shift;

    Strays(Findings findings) {
        this.findings = findings;
    }

    /** Whether the entry was moved; one that was not found elsewhere is an edited one, for now. */
    boolean takesIn(Link link) {
        long offset = offset(link);
        if (offset != 0) {
            shift = offset;
            extend(link.seq(), offset);
            return true;
        }
        findings.add(Fault.Kind.EDITED, link.seq());
        if (unexplained.size() < KEPT) {
            unexplained.add(link);
        }
        return false;
    }

    private long offset(Link link) {
        if (shift != 0 && fits(link, shift)) {
            return shift;
        }
        for (long distance = 1; distance <= NEAR && tries > 0; distance++) {
            if (fits(link, distance)) {
                return distance;
            }
            if (fits(link, -distance)) {
                return -distance;
            }
        }
        return 0;
    }

    private boolean fits(Link link, long offset) {
        tries--;
        return link.isSoundAs(link.seq() + offset, link.previous());
    }

    private void extend(long seq, long offset) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.offset == offset && last.until == seq - 1) {
            last.until = seq;
        } else {
            runs.add(new Run(seq, offset));
        }
    }

    /**
     * Tells what was done to those that were moved.
     *
     * @param last the last number of the chain as it stands
     * @return by how much that number is smaller than it was, because entries were taken out and the rest moved up
     */
    long settle(long last) {
        findFar();
        long before = 0;
        long standing = 0;
        for (int i = 0; i < runs.size(); i++) {
            int end = permutation(i);
            if (end >= 0) {
                for (; i <= end; i++) {
                    reordered(runs.get(i));
                }
                i--;
                continue;
            }
            Run run = runs.get(i);
            if (i > 0 && runs.get(i - 1).until < run.from - 1 && before != 0) {
                step(before, 0, runs.get(i - 1).until + 1);
                before = 0;
            }
            step(before, run.offset, run.from);
            before = run.offset;
            standing = run.until;
        }
        if (before != 0 && standing < last) {
            step(before, 0, standing + 1);
            before = 0;
        }
        return before;
    }

    /** From this place on, entries stand at another distance from their own places than those before. */
    private void step(long before, long offset, long at) {
        if (offset > before) {
            findings.add(Fault.Kind.DELETED, at + before, at + offset - 1);
        } else if (offset < before) {
            findings.add(Fault.Kind.INSERTED, at - (before - offset), at - 1);
        }
    }

    /** The end of the shortest row of runs from here whose entries have changed places among themselves; or -1. */
    private int permutation(int from) {
        Findings places = new Findings();
        for (int i = from; i < runs.size(); i++) {
            places.add(Fault.Kind.REORDERED, runs.get(i).from, runs.get(i).until);
            if (runs.subList(from, i + 1).stream().allMatch(run -> isAmong(places, run))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAmong(Findings places, Run run) {
        long from = run.from + run.offset;
        long until = run.until + run.offset;
        return places.has(Fault.Kind.REORDERED, from, until) || findings.has(Fault.Kind.DELETED, from, until);
    }

    private void reordered(Run run) {
        findings.add(Fault.Kind.REORDERED, run.from, run.until);
        findings.remove(Fault.Kind.DELETED, run.from + run.offset, run.until + run.offset);
    }

    /** Two that changed places are found in each other's. */
    private void findFar() {
        for (Link link : unexplained) {
            for (Link other : unexplained) {
                if (other != link && link.isSoundAs(other.seq(), link.previous())) {
                    findings.remove(Fault.Kind.EDITED, link.seq(), link.seq());
                    findings.add(Fault.Kind.REORDERED, link.seq());
                }
            }
        }
    }

    private static final class Run {

        final long from;
        final long offset;
        long until;

        Run(long seq, long offset) {
            this.from = seq;
            this.until = seq;
            this.offset = offset;
        }
    }
}
