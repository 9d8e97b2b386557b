package org.jutong.sitegroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jutong.sitegroup.ArticleJournal.Change;

/**
 * Reads the journal on and on for one consumer and misses none: a number that is missing may belong to a transaction that is
 * not committed yet, so it is looked for again for ten minutes. Each line is given once. Not thread-safe.
 */
public final class JournalReader {

    /** Longer than any transaction; a number that is missing until then was rolled back. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final ArticleJournal journal;
    private final Clock clock;
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    private long last;

    /** @param cursor of the consumer's last run, or {@link ArticleJournal#settled} */
    public JournalReader(ArticleJournal journal, Clock clock, long cursor) {
        this.journal = journal;
        this.clock = clock;
        this.last = cursor;
    }

    private record Gap(long to, Instant seen) {}

    /** Articles that changed, without doubles; empty when there is nothing new. */
    public List<Long> next(int limit) {
        List<Change> found = new ArrayList<>(late(limit));
        Instant now = clock.instant();
        for (Change change : journal.between(last + 1, Long.MAX_VALUE, Math.max(1, limit - found.size()))) {
            if (change.number() > last + 1) {
                gaps.put(last + 1, new Gap(change.number() - 1, now));
            }
            last = change.number();
            found.add(change);
        }
        return found.stream().map(Change::article).distinct().toList();
    }

    /** Where to begin again after a stop, once what was given is kept; a few lines may come twice then. */
    public long cursor() {
        return gaps.isEmpty() ? last : gaps.firstKey() - 1;
    }

    private List<Change> late(int limit) {
        gaps.values().removeIf(gap -> gap.seen().plus(LATE).isBefore(clock.instant()));
        List<Change> found = new ArrayList<>();
        for (Map.Entry<Long, Gap> each : List.copyOf(gaps.entrySet())) {
            if (found.size() < limit) {
                List<Change> lines =
                        journal.between(each.getKey(), each.getValue().to(), limit - found.size());
                split(each.getKey(), each.getValue(), lines);
                found.addAll(lines);
            }
        }
        return found;
    }

    private void split(long from, Gap gap, List<Change> lines) {
        gaps.remove(from);
        long open = from;
        for (Change line : lines) {
            if (line.number() > open) {
                gaps.put(open, new Gap(line.number() - 1, gap.seen()));
            }
            open = line.number() + 1;
        }
        if (open <= gap.to()) {
            gaps.put(open, gap);
        }
    }
}
