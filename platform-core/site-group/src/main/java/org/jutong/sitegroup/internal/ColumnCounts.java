package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.JournalReader;
import org.jutong.sitegroup.internal.store.PublishedRows;

/**
 * How many articles the columns have. Counting is the slow part of a long list, so a site's counts are kept until the journal
 * of articles says that anything changed; it is asked each time, and so what is given is never older than the question, also
 * where another node made the change. Thread-safe.
 */
final class ColumnCounts {

    /** The sites whose counts are kept. */
    private static final int KEPT = 1_000;

    private static final int LOT = 5_000;

    private final PublishedRows rows;
    private final JournalReader reader;
    private final Map<SiteCode, Map<String, Integer>> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SiteCode, Map<String, Integer>> eldest) {
                    return size() > KEPT;
                }
            });
    private long changes;

    ColumnCounts(PublishedRows rows, ArticleJournal journal, Clock clock) {
        this.rows = rows;
        this.reader = new JournalReader(journal, clock, journal.settled());
    }

    /** Of these columns together. */
    int of(SiteCode site, List<String> columns) {
        long now = changes();
        Map<String, Integer> known = kept.get(site);
        if (known == null) {
            known = rows.counts(site);
            keep(site, known, now);
        }
        int total = 0;
        for (String column : columns) {
            total += known.getOrDefault(column, 0);
        }
        return total;
    }

    /** What was counted while somebody else read on in the journal may lack what that one knows of. */
    private synchronized void keep(SiteCode site, Map<String, Integer> counted, long when) {
        if (changes == when) {
            kept.put(site, counted);
        }
    }

    private synchronized long changes() {
        while (!reader.next(LOT).isEmpty()) {
            changes++;
            kept.clear();
        }
        return changes;
    }
}
