package org.jutong.audit.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Entry;
import org.jutong.audit.Event;
import org.jutong.audit.internal.files.ArchiveFolder;
import org.jutong.audit.internal.files.Keys;
import org.jutong.audit.internal.files.Segment;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.audit.internal.store.Tail;
import org.jutong.plugin.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves entries that are old enough to the archive. Whenever it is interrupted, the next run goes on: a file that is
 * listed and not yet the anchor becomes it, and what is behind the anchor is deleted.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 1000;

    private final EntryTable table;
    private final ArchiveFolder folder;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;
    private final Duration kept;
    private final int most;

    /** @param most how many entries a file has at most */
    Retention(EntryTable table, ArchiveFolder folder, Keys keys, Audit audit, Clock clock, Duration kept, int most) {
        this.table = table;
        this.folder = folder;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.kept = kept;
        this.most = most;
    }

    /** @throws IOException where a file cannot be written or is not what it should be; nothing is deleted then */
    void run() throws IOException {
        finishInterrupted();
        table.deleteArchived();
        long cutoff = clock.instant().minus(kept).toEpochMilli();
        Tail anchor = table.anchor();
        while (hasOld(anchor, cutoff)) {
            Segment segment = folder.add(
                    new OldEntries(anchor.seq(), cutoff), anchor.seq(), anchor.hash(), clock.millis(), keys.signing());
            record(segment);
            table.moveAnchor(anchor, new Tail(segment.until(), segment.hash()));
            table.deleteArchived();
            LOG.info("Audit entries {} to {} are archived in {}", segment.from(), segment.until(), segment.file());
            anchor = table.anchor();
        }
    }

    private boolean hasOld(Tail anchor, long cutoff) {
        return new OldEntries(anchor.seq(), cutoff).hasNext();
    }

    private void finishInterrupted() throws IOException {
        Tail anchor = table.anchor();
        for (Segment segment : folder.segments()) {
            boolean follows =
                    segment.from() == anchor.seq() + 1 && segment.previous().equals(anchor.hash());
            if (follows && folder.isWhole(segment, List.of(keys.signing().publicHalf()))) {
                record(segment);
                Tail archived = new Tail(segment.until(), segment.hash());
                table.moveAnchor(anchor, archived);
                anchor = archived;
            }
        }
    }

    private void record(Segment segment) {
        audit.record(
                Event.done(Action.AUDIT_ARCHIVE, Actor.ANONYMOUS, "audit:" + segment.from() + "-" + segment.until())
                        .saying(segment.file() + " " + segment.sha256()));
    }

    /** The entries after a number, page by page, until one is too young or there are enough. */
    private final class OldEntries implements Iterator<Entry> {

        private final long cutoff;
        private final long until;
        private Iterator<Entry> page = List.<Entry>of().iterator();
        private long last;
        private Entry ahead;

        OldEntries(long after, long cutoff) {
            this.last = after;
            this.until = after + most;
            this.cutoff = cutoff;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null && last < until) {
                if (!page.hasNext()) {
                    page = table.after(last, (int) Math.min(PAGE, until - last)).iterator();
                }
                Entry entry = page.hasNext() ? page.next() : null;
                ahead = entry != null && entry.time() < cutoff ? entry : null;
            }
            return ahead != null;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry entry = ahead;
            ahead = null;
            last = entry.seq();
            return entry;
        }
    }
}
