package org.jutong.audit.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jutong.audit.AuditLog.Verification;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.ChainCheck;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.chain.Heads;
import org.jutong.audit.chain.Link;
import org.jutong.audit.internal.files.ArchiveFolder;
import org.jutong.audit.internal.files.HeadFiles;
import org.jutong.audit.internal.files.Keys;
import org.jutong.audit.internal.files.Segment;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.audit.internal.store.HeadTable;

/** One reading of archive and database from the first entry to the last. */
final class ChainVerification {

    private static final int PAGE = 1000;

    private final EntryTable table;
    private final HeadTable headTable;
    private final HeadFiles headFiles;
    private final ArchiveFolder archive;
    private final Keys keys;
    private final LongConsumer progress;
    private final List<Fault> broken = new ArrayList<>();

    ChainVerification(
            EntryTable table,
            HeadTable headTable,
            HeadFiles headFiles,
            ArchiveFolder archive,
            Keys keys,
            LongConsumer progress) {
        this.table = table;
        this.headTable = headTable;
        this.headFiles = headFiles;
        this.archive = archive;
        this.keys = keys;
        this.progress = progress;
    }

    Verification run() throws IOException {
        Heads heads = heads();
        ChainCheck check = new ChainCheck(0, Link.BEFORE_FIRST, heads);
        long archived = readArchive(check);
        readTable(check);
        ChainCheck.Result result = check.finish();
        List<Fault> faults = new ArrayList<>(result.faults());
        faults.addAll(broken);
        faults.sort(Comparator.comparingLong(Fault::from));
        return new Verification(
                result.entries(), archived, result.from(), result.until(), heads.size(), List.copyOf(faults));
    }

    /** Those of before the reading: what is recorded meanwhile is not missed at the end. */
    private Heads heads() throws IOException {
        Heads heads = new Heads(keys.known());
        headFiles.forEach(heads::add);
        headTable.forEach(heads::add);
        return heads;
    }

    private long readArchive(ChainCheck check) throws IOException {
        long next = 1;
        for (Segment segment : archive.segments()) {
            if (segment.from() < next) {
                // another node archived the same entries, or a crash listed them twice
                continue;
            }
            if (archive.isWhole(segment, keys.known())) {
                archive.read(segment, link -> accept(check, link));
            } else {
                broken.add(new Fault(Fault.Kind.BROKEN_FILE, segment.from(), segment.until()));
                check.skipTo(segment.until(), segment.hash());
            }
            next = segment.until() + 1;
        }
        return check.entries();
    }

    private void readTable(ChainCheck check) {
        // what the archive holds may still be here, if deleting it was interrupted
        List<Entry> page = table.after(check.last(), PAGE);
        while (!page.isEmpty()) {
            page.stream().map(Entry::link).forEach(link -> accept(check, link));
            page = table.after(page.get(page.size() - 1).seq(), PAGE);
        }
    }

    private void accept(ChainCheck check, Link link) {
        check.accept(link);
        if (check.entries() % PAGE == 0) {
            progress.accept(check.entries());
        }
    }
}
