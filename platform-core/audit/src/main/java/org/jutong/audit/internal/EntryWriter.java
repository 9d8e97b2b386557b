package org.jutong.audit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.HashAlgorithm;
import org.jutong.audit.chain.Link;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.audit.internal.store.Tail;
import org.jutong.persistence.DuplicateKey;
import org.jutong.plugin.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that writes the chain. While it stores one group of entries, the next one gathers; so
 * the more callers there are, the more entries share a commit. Another node may write the same chain: then the number
 * is taken, the tail is read again and the group follows it.
 */
final class EntryWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EntryWriter.class);
    private static final int GROUP = 500;
    private static final int CONFLICTS = 100;
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(2);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final EntryTable table;
    private final HashAlgorithm algorithm;
    private final Duration patience;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "jutong-audit-writer");
    private volatile boolean closed;

    private volatile Tail written;

    /** Known to the thread alone; {@code null} where it must be read. */
    private Tail tail;

    /** How long the last group took to store, nanoseconds, and how many callers there were then. */
    private long lastTook;

    private int callers = 1;

    /** Whether another node has written since this one started, or may have. */
    private boolean othersWrite;

    private boolean failing;

    /**
     * @param patience how long a caller waits for its turn
     */
    EntryWriter(EntryTable table, HashAlgorithm algorithm, Duration patience) {
        this.table = table;
        this.algorithm = algorithm;
        this.patience = patience;
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when it is stored; {@link Pending#unavailable()} where it cannot be. */
    void write(List<String> content) {
        writeAll(List.of(content));
    }

    /** The same for several: they follow each other, and mostly share a commit. */
    void writeAll(List<List<String>> contents) {
        if (closed) {
            throw Pending.unavailable();
        }
        List<Pending> waiting = contents.stream().map(Pending::new).toList();
        queue.addAll(waiting);
        try {
            waiting.forEach(pending -> pending.await(patience));
        } catch (Problem unavailable) {
            waiting.forEach(Pending::claim);
            throw unavailable;
        }
    }

    /** The last entry that this node has written; empty where it has written none since it started. */
    Optional<Tail> written() {
        return Optional.ofNullable(written);
    }

    /** Stores what waits, then stops. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Pending> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                gather(group);
                long start = System.nanoTime();
                store(group);
                if (!group.isEmpty()) {
                    lastTook = System.nanoTime() - start;
                    callers = Math.min(GROUP, group.size() + queue.size());
                }
            } catch (InterruptedException e) {
                LOG.debug("Nobody should interrupt the writer", e);
            } catch (RuntimeException | Error e) {
                LOG.error("The audit writer met a bug", e);
                tail = null;
                group.forEach(Pending::failed);
            }
            group.clear();
        }
    }

    /**
     * Those whom the last group served come back one by one. Taking the first alone would make all others wait for
     * its commit, so the writer waits for as many as there were, for a small part of what a commit takes.
     */
    private void gather(List<Pending> group) throws InterruptedException {
        Pending next = queue.poll(100, TimeUnit.MILLISECONDS);
        long deadline = System.nanoTime() + Math.min(lastTook / 4, LONGEST_GATHERING.toNanos());
        while (next != null) {
            group.add(next);
            queue.drainTo(group, GROUP - group.size());
            long left = deadline - System.nanoTime();
            next = group.size() < callers && left > 0 ? queue.poll(left, TimeUnit.NANOSECONDS) : null;
        }
        group.removeIf(pending -> !pending.claim());
    }

    private void store(List<Pending> group) {
        if (group.isEmpty()) {
            return;
        }
        List<Entry> sealed = List.of();
        boolean uncertain = false;
        for (int attempt = 1; attempt <= CONFLICTS; attempt++) {
            try {
                if (tail == null) {
                    tail = table.tail();
                    if (uncertain && isStored(sealed)) {
                        done(group);
                        return;
                    }
                }
                sealed = seal(group);
                table.insert(sealed, othersWrite);
                tail = Tail.of(sealed.get(sealed.size() - 1));
                written = tail;
                done(group);
                return;
            } catch (DuplicateKey taken) {
                tail = null;
                othersWrite = true;
            } catch (RuntimeException e) {
                tail = null;
                if (uncertain) {
                    split(group, e);
                    return;
                }
                // a commit whose answer was lost may have been one, so look before trying again
                uncertain = true;
                othersWrite = true;
                LOG.debug("A group of {} audit entries is tried again", group.size(), e);
            }
        }
        failed(group, new IllegalStateException("Other nodes took the number " + CONFLICTS + " times in a row"));
    }

    private boolean isStored(List<Entry> sealed) {
        if (sealed.isEmpty()) {
            return false;
        }
        Entry last = sealed.get(sealed.size() - 1);
        Optional<Entry> found = table.find(last.seq());
        return found.isPresent() && found.get().hash().equals(last.hash());
    }

    /** One entry that cannot be stored must not take the others along; a database that is away takes all. */
    private void split(List<Pending> group, RuntimeException cause) {
        boolean away = group.size() > 1 && !canRead();
        if (group.size() == 1 || away) {
            failed(group, cause);
        } else {
            group.forEach(pending -> store(List.of(pending)));
        }
    }

    private boolean canRead() {
        try {
            table.last();
            return true;
        } catch (RuntimeException e) {
            LOG.debug("The audit entries cannot be read", e);
            return false;
        }
    }

    private List<Entry> seal(List<Pending> group) {
        List<Entry> sealed = new ArrayList<>(group.size());
        Tail before = tail;
        for (Pending pending : group) {
            Entry entry = Entry.of(Link.seal(before.seq() + 1, pending.content(), algorithm, before.hash()));
            sealed.add(entry);
            before = Tail.of(entry);
        }
        return sealed;
    }

    private void done(List<Pending> group) {
        if (failing) {
            failing = false;
            LOG.info("Audit entries are stored again");
        }
        group.forEach(Pending::stored);
    }

    private void failed(List<Pending> group, RuntimeException cause) {
        if (!failing) {
            failing = true;
            LOG.error("Audit entries cannot be stored, so nothing that must be recorded is done: {}", cause, cause);
        }
        group.forEach(Pending::failed);
    }
}
