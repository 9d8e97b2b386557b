package org.jutong.search.internal.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.AlreadyClosedException;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChangeListener;
import org.jutong.search.internal.attached.Attachments;
import org.jutong.search.internal.index.ArticleIndex.Ask;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.JournalReader;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's index beside the articles: it follows the journal, at once after a change on this node and twice a second
 * besides, and builds a new index where there is none, where it was away for too long, or when somebody asks. Until the new one
 * is whole the old one answers. Thread-safe.
 */
@Component(
        service = {IndexKeeper.class, SiteChangeListener.class},
        immediate = true)
public final class IndexKeeper implements SiteChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final Duration COMMITS = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long POLL = 500;
    private static final int LOT = 500;
    private static final int READ_AT_ONCE = 20;
    private static final int PAUSE_OF_READING = 10;

    private final ArticleJournal journal;
    private final Attachments attachments;
    private final Clock clock;
    private final IndexFolders folders;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService follower = Executors.newSingleThreadExecutor(IndexKeeper::thread);
    private final Executor builder;
    private Thread reading;

    /** Guards what is done to the index that answers. */
    private final Object hold = new Object();

    private volatile Live live;
    private volatile IndexBuild building;
    private volatile boolean stopped;
    private volatile Instant again = Instant.MIN;

    /** An index with its place in the journal. */
    private static final class Live {
        private final ArticleIndex index;
        private JournalReader reader;
        private long committed;
        private boolean open;
        private Instant last;

        private Live(ArticleIndex index, JournalReader reader, Instant now) {
            this.index = index;
            this.reader = reader;
            this.committed = reader.cursor();
            this.last = now;
        }
    }

    /**
     * How the index stands.
     *
     * @param ready whether searches are answered
     * @param articles in it
     * @param done articles in the new one, while there is one
     * @param total that will be in it
     */
    public record State(boolean ready, int articles, Optional<Long> done, Optional<Long> total) {}

    @Activate
    public IndexKeeper(
            @Reference ArticleJournal journal,
            @Reference Attachments attachments,
            @Reference Clock clock,
            BundleContext context) {
        this(
                journal,
                attachments,
                clock,
                Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data"), "search"),
                Executors.newSingleThreadExecutor(IndexKeeper::thread));
        follower.execute(this::run);
        reading = thread(this::readAll);
        reading.start();
    }

    /**
     * One that follows when it is told to.
     *
     * @param builder where new indexes are built
     */
    IndexKeeper(ArticleJournal journal, Attachments attachments, Clock clock, Path folder, Executor builder) {
        this.journal = journal;
        this.attachments = attachments;
        this.clock = clock;
        this.folders = new IndexFolders(folder);
        this.builder = builder;
    }

    private static Thread thread(Runnable work) {
        Thread made = new Thread(work, "jutong-search");
        made.setDaemon(true);
        return made;
    }

    /** What was put since the last commit is kept. */
    @Deactivate
    public void stop() {
        // never by an interrupt: that would close the files under a thread that writes them
        stopped = true;
        wake.release();
        follower.shutdown();
        if (builder instanceof ExecutorService service) {
            service.shutdown();
        }
        synchronized (hold) {
            Live last = live;
            live = null;
            if (last != null) {
                try (ArticleIndex closing = last.index) {
                    closing.commit(last.reader.cursor());
                } catch (IOException e) {
                    LOG.warn("The search index could not be closed; it reads again what it has missed", e);
                }
            }
        }
    }

    @Override
    public void sitesChanged(Collection<SiteCode> sites) {
        wake.release();
    }

    /** @throws Problem {@code search_not_ready} (503) before the first index is whole */
    public <R> R search(Ask<R> ask) {
        for (Live now = live; now != null; now = live) {
            try {
                return now.index.search(ask);
            } catch (AlreadyClosedException e) {
                if (now == live) {
                    break;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw Problem.of(503, "search_not_ready");
    }

    /** How it stands at the moment. */
    public State state() {
        Optional<IndexBuild> build = Optional.ofNullable(building);
        boolean ready = live != null;
        return new State(
                ready,
                ready ? search(searcher -> searcher.getIndexReader().numDocs()) : 0,
                build.map(IndexBuild::done),
                build.map(IndexBuild::total));
    }

    /** Begins to build a new index, unless one is being built. */
    public void rebuild() {
        synchronized (hold) {
            if (building == null && !stopped) {
                building = new IndexBuild(journal, attachments, folders.next(), () -> stopped);
                builder.execute(this::build);
            }
        }
    }

    private void run() {
        boolean well = true;
        while (!stopped) {
            try {
                follow();
                well = true;
                wake.tryAcquire(POLL, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (well && !stopped) {
                    LOG.error("The search index does not follow; it goes on trying", e);
                }
                well = false;
                startOver();
            }
        }
    }

    /** Opens the index where there is one, and brings it up to date. */
    void follow() throws IOException {
        synchronized (hold) {
            if (live == null && building == null && !clock.instant().isBefore(again)) {
                open();
            }
            Live now = live;
            if (now != null && !stopped) {
                catchUp(now);
                commit(now);
            }
        }
    }

    private void open() throws IOException {
        Optional<Path> whole = folders.whole();
        Optional<Long> cursor = whole.flatMap(ArticleIndex::cursor).filter(journal::reaches);
        if (cursor.isEmpty()) {
            rebuild();
            return;
        }
        Live opened = new Live(
                new ArticleIndex(whole.get(), attachments),
                new JournalReader(journal, clock, cursor.get()),
                clock.instant());
        // nothing is found before what was withdrawn in the meantime is gone
        catchUp(opened);
        live = opened;
    }

    private void catchUp(Live now) throws IOException {
        boolean changed = false;
        for (List<Long> some = now.reader.next(LOT); !some.isEmpty(); some = now.reader.next(LOT)) {
            now.index.put(journal.read(some));
            changed = true;
        }
        if (changed) {
            now.index.refresh();
            now.open = true;
        }
    }

    private void commit(Live now) throws IOException {
        if (now.open && !clock.instant().isBefore(now.last.plus(COMMITS))) {
            long cursor = now.reader.cursor();
            now.index.commit(cursor);
            now.committed = cursor;
            now.open = false;
            now.last = clock.instant();
        }
    }

    private void readAll() {
        boolean well = true;
        while (!stopped) {
            try {
                if (!readSome()) {
                    attachments.rest();
                    TimeUnit.MILLISECONDS.sleep(POLL);
                }
                well = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (well && !stopped) {
                    LOG.error("Attachments cannot be read for the search; it goes on trying", e);
                }
                well = false;
                pause(PAUSE_OF_READING);
            }
        }
    }

    /**
     * Reads attachments whose words nobody knows yet, and puts their articles anew. What is still to be read stands in the
     * index itself, so that no restart forgets it.
     *
     * @return whether there was something to read
     */
    boolean readSome() throws IOException {
        Live now = live;
        List<Long> unread = now == null ? List.of() : now.index.unread(READ_AT_ONCE);
        for (Published each : journal.read(unread)) {
            if (!stopped && !each.places().isEmpty()) {
                attachments.read(each.article());
            }
        }
        synchronized (hold) {
            Live latest = live;
            if (latest != null && !unread.isEmpty()) {
                latest.index.put(journal.read(unread));
                latest.index.refresh();
                latest.open = true;
            }
        }
        return !unread.isEmpty();
    }

    /** After a failure, from what is known to be kept. */
    private void startOver() {
        synchronized (hold) {
            if (live != null) {
                live.reader = new JournalReader(journal, clock, live.committed);
            }
        }
        pause(1);
    }

    private static void pause(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Builds, and puts the new index in the place of the old one. */
    private void build() {
        IndexBuild build = building;
        try {
            ArticleIndex made = build.make();
            synchronized (hold) {
                if (stopped) {
                    made.close();
                    return;
                }
                Live next = new Live(made, new JournalReader(journal, clock, build.cursor()), clock.instant());
                catchUp(next);
                long cursor = next.reader.cursor();
                made.commit(cursor);
                next.committed = cursor;
                Live before = live;
                live = next;
                building = null;
                if (before != null) {
                    before.index.close();
                }
                folders.removeAllBut(build.folder());
                LOG.info("A new search index has {} articles", made.size());
            }
        } catch (IOException | RuntimeException e) {
            again = clock.instant().plus(PAUSE);
            building = null;
            if (!stopped) {
                LOG.error("A new search index could not be built", e);
            }
        }
    }
}
