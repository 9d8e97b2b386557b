package org.jutong.audit.chain;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Checks a chain as it is read, in the order of its numbers, and says exactly where it was tampered with. Takes the
 * same memory for ten entries and for ten million. Not thread-safe.
 *
 * <p>An entry whose content or hash was changed contradicts itself. One that was written anew together with its hash
 * contradicts the next one. A whole end that was written anew contradicts the signed heads, as does an end that was
 * cut off. One that was moved is right at another number, which is found by trying those near it.
 */
public final class ChainCheck {

    private final Heads heads;
    private final Findings findings = new Findings();
    private final Strays strays = new Strays(findings);
    private final long start;

    private long next;
    /** What the next entry may name as the previous hash; empty where that cannot be known. */
    private Set<String> before;

    private long entries;
    private long first;
    private long last;
    private String lastHash;
    private long proven;
    private boolean beforeIsAccused;

    /** @param follows the number and the hash that the first entry follows: 0 and {@link Link#BEFORE_FIRST} */
    public ChainCheck(long seq, String follows, Heads heads) {
        this.heads = heads;
        this.start = seq;
        this.next = seq + 1;
        this.before = Set.of(follows);
        this.last = seq;
        this.lastHash = follows;
        this.proven = seq;
        // nothing of what was before is here to be accused
        this.beforeIsAccused = true;
    }

    /** A check of a piece: its first entry is taken as the beginning, and what was before it is not judged. */
    public static ChainCheck startingAt(Link first, Heads heads) {
        return new ChainCheck(first.seq() - 1, first.previous(), heads);
    }

    /** Takes the next entry. */
    public void accept(Link link) {
        entries++;
        if (entries == 1) {
            first = link.seq();
        }
        boolean sound = link.isSound();
        if (!sound && !isOwnPlace(link) && strays.takesIn(link)) {
            passOver(link);
            return;
        }
        if (link.seq() < next) {
            // a file whose lines stand in another order, or twice
            findings.add(Fault.Kind.REORDERED, link.seq());
            return;
        }
        if (link.seq() > next) {
            findings.add(Fault.Kind.DELETED, next, link.seq() - 1);
            before = Set.of();
        } else if (sound && !before.isEmpty() && !before.contains(link.previous())) {
            accuseBefore(link.seq());
        }
        compareWithHead(link, sound);
        advance(link, sound);
    }

    private void advance(Link link, boolean sound) {
        next = link.seq() + 1;
        last = link.seq();
        lastHash = link.hash();
        beforeIsAccused = !sound;
        before = sound
                ? Set.of(link.hash())
                : link.computed().map(computed -> Set.of(link.hash(), computed)).orElse(Set.of(link.hash()));
    }

    /** The place of a stray is taken: what comes next cannot be compared with it. */
    private void passOver(Link link) {
        if (link.seq() == next) {
            next++;
            last = link.seq();
            lastHash = link.hash();
        }
        before = Set.of();
        beforeIsAccused = true;
    }

    /** Only the previous hash or the own one was changed: the entry is where it was. */
    private boolean isOwnPlace(Link link) {
        boolean own = link.computed().isEmpty() || before.stream().anyMatch(hash -> link.isSoundAs(link.seq(), hash));
        if (own) {
            findings.add(Fault.Kind.EDITED, link.seq());
        }
        return own;
    }

    /** Both are sound but do not fit: the earlier one was changed and its hash made anew. */
    private void accuseBefore(long seq) {
        if (seq - 1 > start && !beforeIsAccused) {
            findings.add(Fault.Kind.EDITED, seq - 1);
        } else if (seq - 1 == start) {
            findings.add(Fault.Kind.EDITED, seq);
        }
    }

    private void compareWithHead(Link link, boolean sound) {
        heads.hash(link.seq()).ifPresent(signed -> {
            if (signed.equals(link.hash())) {
                proven = link.seq();
            } else if (sound) {
                findings.add(Fault.Kind.REWRITTEN, proven + 1, link.seq());
            }
        });
    }

    /** Call it after the last entry. */
    public Result finish() {
        long shift = strays.settle(last);
        heads.forged().forEach(seq -> findings.add(Fault.Kind.FORGED_HEAD, seq));
        OptionalLong newest = heads.newest();
        if (newest.isPresent() && newest.getAsLong() > Math.max(last + shift, start)) {
            findings.add(Fault.Kind.TRUNCATED, last + shift + 1, newest.getAsLong());
        }
        dropWhatIsExplained();
        return new Result(entries, first, last, lastHash, findings.all());
    }

    /** An entry that was rewritten as part of a piece, or put in, is not accused a second time. */
    private void dropWhatIsExplained() {
        for (Fault fault : findings.all()) {
            if (fault.kind() == Fault.Kind.REWRITTEN || fault.kind() == Fault.Kind.INSERTED) {
                findings.remove(Fault.Kind.EDITED, fault.from(), fault.until());
            }
        }
    }

    /** Goes on after an entry that another proof vouches for; what is before it cannot be read. */
    public void skipTo(long seq, String hash) {
        next = seq + 1;
        last = seq;
        lastHash = hash;
        before = Set.of(hash);
        beforeIsAccused = true;
    }

    /** How many entries were read so far. */
    public long entries() {
        return entries;
    }

    /** The number of the last entry so far. */
    public long last() {
        return last;
    }

    /**
     * What was found.
     *
     * @param entries how many entries were read
     * @param from the number of the first, 0 where there was none
     * @param until the number of the last
     * @param hash the hash of the last
     * @param faults what is wrong, by their first number; empty where the chain is sound
     */
    public record Result(long entries, long from, long until, String hash, List<Fault> faults) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }
}
