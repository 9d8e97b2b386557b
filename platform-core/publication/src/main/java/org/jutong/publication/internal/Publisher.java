package org.jutong.publication.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.Publication.Check;
import org.jutong.publication.Publication.Fault;
import org.jutong.publication.Publication.Phase;
import org.jutong.publication.Publication.Run;
import org.jutong.publication.Publication.State;
import org.jutong.publication.internal.tree.Outcome;
import org.jutong.publication.internal.tree.Seal;
import org.jutong.publication.internal.tree.SiteChange;
import org.jutong.publication.internal.tree.StaticTree;
import org.jutong.publication.internal.tree.TreeCheck;
import org.jutong.publication.internal.tree.TreeFault;
import org.jutong.runtime.SiteChangeListener;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.JournalReader;
import org.jutong.sitegroup.PublicPages;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on this node's tree: one thread decides what is to be done next, changes before the rest of a run over all sites; pages
 * are made on all processors. What fails is tried again. Thread-safe.
 */
@Component(
        service = {Publisher.class, SiteChangeListener.class},
        immediate = true)
public final class Publisher implements SiteChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long POLL = 500;
    private static final int LOT = 500;
    private static final int SITES_AT_ONCE = 32;
    private static final int SHOWN_FAULTS = 100;

    private final PublicPages pages;
    private final ArticleJournal journal;
    private final Sites sites;
    private final Clock clock;
    private final Path folder;
    private final Path keys;
    private final Semaphore wake = new Semaphore(0);
    private final SiteWork work;
    private volatile boolean stopped;

    // guarded by this
    private final Set<SiteCode> told = new LinkedHashSet<>();
    private final Settings settings;
    private Phase phase = Phase.IDLE;
    private int done;
    private int total;
    private Optional<Run> lastRun = Optional.empty();
    private Optional<Check> lastCheck = Optional.empty();

    // of the one thread
    private Seal seal;
    private StaticTree tree;
    private JournalReader reader;
    private final Deque<SiteCode> queue = new ArrayDeque<>();
    private Outcome outcome = Outcome.NONE;
    private Instant begun = Instant.MIN;

    @Activate
    public Publisher(
            @Reference PublicPages pages,
            @Reference ArticleJournal journal,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Clock clock,
            BundleContext context)
            throws IOException {
        this(pages, journal, sites, columns, clock, data(context));
        Thread thread = new Thread(this::goOn, "jutong-publication");
        thread.setDaemon(true);
        thread.start();
    }

    private static Path data(BundleContext context) {
        return Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data"));
    }

    /** One that works when it is told to. */
    Publisher(PublicPages pages, ArticleJournal journal, Sites sites, Columns columns, Clock clock, Path data)
            throws IOException {
        this.pages = pages;
        this.journal = journal;
        this.sites = sites;
        this.clock = clock;
        this.folder = Optional.ofNullable(System.getenv("JUTONG_TREE"))
                .map(Path::of)
                .orElse(data.resolve("tree"))
                .toAbsolutePath();
        this.keys = data.resolve("publication");
        this.settings = new Settings(keys.resolve("settings.properties"));
        this.work = new SiteWork(sites, columns, clock);
        if (settings.unfinished() || settings.following()) {
            phase = Phase.PUBLISHING;
        }
    }

    @Deactivate
    void stop() {
        // never by an interrupt: that would close the database's files under a thread that reads them
        stopped = true;
        wake.release();
        work.stop();
    }

    @Override
    public void sitesChanged(Collection<SiteCode> changed) {
        synchronized (this) {
            if (!settings.following()) {
                return;
            }
            told.addAll(changed);
        }
        wake.release();
    }

    /** How it stands. */
    public synchronized State state() {
        return new State(folder.toString(), settings.following(), phase, done, total, lastRun, lastCheck);
    }

    /** Begins this. @throws Problem {@code publication_busy} (409) while something is under way */
    synchronized State begin(Phase what) {
        if (phase != Phase.IDLE) {
            throw Problem.of(409, "publication_busy");
        }
        phase = what;
        done = 0;
        total = 0;
        wake.release();
        return state();
    }

    /** Follows changes from now on, or no more. */
    synchronized State follow(boolean on) throws IOException {
        boolean begins = on && !settings.following();
        settings.following(on);
        if (begins && phase == Phase.IDLE) {
            begin(Phase.PUBLISHING);
        }
        return state();
    }

    /** The public half of the key; made where there is none. */
    synchronized String publicKey() throws IOException {
        return seal().publicKey();
    }

    private synchronized Seal seal() throws IOException {
        if (seal == null) {
            seal = Seal.open(keys);
        }
        return seal;
    }

    private void goOn() {
        boolean well = true;
        while (!stopped) {
            try {
                if (!step()) {
                    wake.tryAcquire(POLL, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
                well = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (well && !stopped) {
                    LOG.error("The static tree is not brought up to date; it goes on trying", e);
                }
                well = false;
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is to be done next; false where nothing is. */
    boolean step() throws IOException, InterruptedException {
        Phase now;
        boolean following;
        synchronized (this) {
            now = phase;
            following = settings.following();
        }
        if (now == Phase.IDLE && !following) {
            reader = null;
            return false;
        }
        open();
        boolean worked = following && followChanges();
        switch (now) {
            case PUBLISHING -> {
                publishSome();
                return true;
            }
            case VERIFYING -> ended(check());
            case REPAIRING -> repair();
            default -> {
                return worked;
            }
        }
        return true;
    }

    private void open() throws IOException {
        if (tree == null) {
            tree = new StaticTree(folder, seal(), pages);
            if (tree.isDoubtful()) {
                LOG.warn("Files of the static tree are not those that were signed; they are written anew");
            }
        }
    }

    private boolean followChanges() throws IOException, InterruptedException {
        if (reader == null) {
            long from = settings.cursor().filter(journal::reaches).orElseGet(journal::settled);
            reader = new JournalReader(journal, clock, from);
        }
        for (List<Long> some = reader.next(LOT); !some.isEmpty(); some = reader.next(LOT)) {
            work.changed(tree, some, journal.read(some));
        }
        synchronized (this) {
            work.touched(told);
            told.clear();
        }
        boolean worked = work.catchUp(tree);
        if (worked) {
            tree.seal(clock.instant());
        }
        if (work.isDone()) {
            settings.cursor(reader.cursor());
        }
        return worked;
    }

    /** The next sites of a run over all. */
    private void publishSome() throws IOException, InterruptedException {
        if (queue.isEmpty() && begun.equals(Instant.MIN)) {
            beginRun();
        }
        Map<SiteCode, SiteChange> lot = new HashMap<>();
        while (lot.size() < SITES_AT_ONCE && !queue.isEmpty()) {
            lot.put(queue.poll(), SiteChange.ALL);
        }
        outcome = outcome.and(work.publish(tree, lot));
        synchronized (this) {
            done += lot.size();
        }
        if (queue.isEmpty()) {
            tree.seal(clock.instant());
            endRun();
        }
    }

    private void beginRun() throws IOException {
        Set<SiteCode> all = new LinkedHashSet<>();
        Optional<SiteCode> last = Optional.empty();
        for (List<Site> some = sites.page(last, LOT); !some.isEmpty(); some = sites.page(last, LOT)) {
            some.stream().map(Site::code).forEach(all::add);
            last = Optional.of(some.get(some.size() - 1).code());
        }
        all.addAll(tree.sites());
        queue.addAll(all);
        begun = clock.instant();
        outcome = Outcome.NONE;
        settings.unfinished(true);
        synchronized (this) {
            done = 0;
            total = all.size();
        }
    }

    private void endRun() throws IOException {
        Instant now = clock.instant();
        double seconds = Duration.between(begun, now).toMillis() / 1000.0;
        begun = Instant.MIN;
        settings.unfinished(false);
        synchronized (this) {
            lastRun = Optional.of(
                    new Run(outcome.made(), outcome.written(), outcome.removed(), outcome.failed(), now, seconds));
            if (phase == Phase.PUBLISHING) {
                phase = Phase.IDLE;
            }
        }
    }

    private List<TreeFault> check() throws IOException {
        TreeCheck check = tree.check(files -> {
            synchronized (this) {
                done = files;
            }
        });
        List<TreeFault> faults = check.run();
        List<Fault> first = faults.stream()
                .limit(SHOWN_FAULTS)
                .map(fault -> new Fault(fault.kind().id(), fault.path()))
                .toList();
        synchronized (this) {
            lastCheck = Optional.of(new Check(check.files(), faults.size(), first, clock.instant()));
        }
        return faults;
    }

    private synchronized void ended(List<TreeFault> faults) {
        if (!faults.isEmpty()) {
            LOG.warn("The static tree has {} faults, the first is {}", faults.size(), faults.get(0));
        }
        phase = Phase.IDLE;
    }

    /** What lies beside a manifest that was wrong is seen only when that is right again; hence twice. */
    private void repair() throws IOException, InterruptedException {
        List<TreeFault> faults = check();
        for (int i = 0; i < 2 && !faults.isEmpty(); i++) {
            tree.prepare(faults);
            queue.clear();
            beginRun();
            while (!queue.isEmpty()) {
                publishSome();
            }
            faults = check();
        }
        ended(faults);
    }
}
