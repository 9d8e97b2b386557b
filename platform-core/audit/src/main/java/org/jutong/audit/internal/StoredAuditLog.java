package org.jutong.audit.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jutong.audit.AuditLog;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.Head;
import org.jutong.audit.internal.files.ArchiveFolder;
import org.jutong.audit.internal.files.HeadFiles;
import org.jutong.audit.internal.files.Keys;
import org.jutong.audit.internal.files.Lines;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.audit.internal.store.HeadTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entries as readers see them, and what is done with them by the clock: signing heads, archiving. */
@Component(service = AuditLog.class, immediate = true)
public final class StoredAuditLog implements AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(StoredAuditLog.class);
    private static final int PAGE = 1000;
    private static final int LOOKED_AT = 20_000;
    private static final int ENTRIES_A_FILE = 100_000;
    private static final Duration FIRST_ARCHIVING = Duration.ofMinutes(5);

    private final EntryTable entries;
    private final HeadTable heads;
    private final HeadFiles headFiles;
    private final ArchiveFolder archive;
    private final Keys keys;
    private final HeadSigner signer;
    private final Retention retention;
    private final ReentrantLock reading = new ReentrantLock();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "jutong-audit-keeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public StoredAuditLog(
            @Reference(target = "(osgi.unit.name=audit)") Store store,
            @Reference ChainedAudit audit,
            @Reference Clock clock,
            BundleContext context)
            throws IOException {
        this(store, audit, clock, AuditSettings.of(System.getenv(), context::getProperty), ENTRIES_A_FILE);
        clockwork.scheduleWithFixedDelay(() -> done("signing a head", signer::signWhenDue), 1, 10, TimeUnit.SECONDS);
        clockwork.scheduleWithFixedDelay(
                () -> done("archiving", this::archive),
                FIRST_ARCHIVING.toMinutes(),
                TimeUnit.DAYS.toMinutes(1),
                TimeUnit.MINUTES);
    }

    StoredAuditLog(Store store, ChainedAudit audit, Clock clock, AuditSettings settings, int entriesAFile)
            throws IOException {
        entries = new EntryTable(store);
        heads = new HeadTable(store);
        headFiles = new HeadFiles(settings.heads());
        archive = new ArchiveFolder(settings.archive());
        keys = Keys.open(settings.keys());
        signer = new HeadSigner(audit::written, keys.signing(), headFiles, heads, clock);
        retention = new Retention(entries, archive, keys, audit, clock, settings.kept(), entriesAFile);
    }

    @Deactivate
    void stop() {
        clockwork.shutdown();
        done("signing the last head", signer::sign);
    }

    /** Signs where there is anything new. */
    void sign() throws IOException {
        signer.sign();
    }

    /** Moves old entries to the archive. */
    void archive() throws IOException {
        reading.lock();
        try {
            retention.run();
        } finally {
            reading.unlock();
        }
    }

    @Override
    public Page search(AuditQuery query, Predicate<Entry> visible, long before, int limit) {
        long lowest = entries.anchor().seq() + 1;
        long upper = Math.min(before - 1, entries.last().orElse(0L));
        long floor = Math.max(lowest, upper - LOOKED_AT + 1);
        List<Entry> found = new ArrayList<>();
        long width = Math.max(limit, 100);
        while (upper >= floor && found.size() <= limit) {
            long from = Math.max(floor, upper - width + 1);
            entries.matching(query, from, upper, PAGE).stream().filter(visible).forEach(found::add);
            upper = from - 1;
            // not wider than a page can take: nothing is left out
            width = PAGE;
        }
        if (found.size() > limit) {
            List<Entry> items = List.copyOf(found.subList(0, limit));
            return new Page(items, Optional.of(items.get(limit - 1).seq()));
        }
        return new Page(List.copyOf(found), upper >= lowest ? Optional.of(upper + 1) : Optional.empty());
    }

    @Override
    public long export(AuditQuery query, Predicate<Entry> visible, OutputStream out) throws IOException {
        BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        long written = 0;
        long last = entries.last().orElse(0L);
        for (long from = entries.anchor().seq() + 1; from <= last; from += PAGE) {
            List<Entry> page = new ArrayList<>(entries.matching(query, from, Math.min(last, from + PAGE - 1), PAGE));
            Collections.reverse(page);
            for (Entry entry : page) {
                if (visible.test(entry)) {
                    lines.write(Lines.of(entry));
                    lines.write('\n');
                    written++;
                }
            }
        }
        lines.flush();
        return written;
    }

    @Override
    public Optional<Head> head() {
        return heads.newest();
    }

    @Override
    public String line(Head head) {
        return Lines.of(head);
    }

    @Override
    public Verification verify(LongConsumer progress) {
        if (!reading.tryLock()) {
            throw Problem.conflict("audit_verification_running");
        }
        try {
            return new ChainVerification(entries, heads, headFiles, archive, keys, progress).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public List<Archive> archives() {
        try {
            return archive.segments().stream()
                    .map(each -> new Archive(each.file(), each.from(), each.until(), each.time(), each.sha256()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void done(String what, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.error("Audit: {} failed and is tried again: {}", what, e, e);
        }
    }

    /** Something that may fail for the disk's or the database's sake. */
    private interface Work {
        void run() throws IOException;
    }
}
