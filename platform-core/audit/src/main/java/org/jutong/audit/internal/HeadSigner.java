package org.jutong.audit.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.audit.chain.Head;
import org.jutong.audit.chain.SigningKey;
import org.jutong.audit.internal.files.HeadFiles;
import org.jutong.audit.internal.store.HeadTable;
import org.jutong.audit.internal.store.Tail;

/**
 * Signs how far the chain has come. It signs what this node has written, not what the database says: who alters the
 * database gets no signature for it.
 */
final class HeadSigner {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AFTER_ENTRIES = 1000;

    private final Supplier<Optional<Tail>> written;
    private final SigningKey key;
    private final HeadFiles files;
    private final HeadTable table;
    private final Clock clock;
    private Head last;

    HeadSigner(Supplier<Optional<Tail>> written, SigningKey key, HeadFiles files, HeadTable table, Clock clock) {
        this.written = written;
        this.key = key;
        this.files = files;
        this.table = table;
        this.clock = clock;
    }

    /** Signs where enough has come since the last time, or enough time has gone. */
    synchronized void signWhenDue() throws IOException {
        Optional<Tail> tail = written.get();
        if (tail.isPresent() && (last == null || isDue(tail.get()))) {
            sign();
        }
    }

    private boolean isDue(Tail tail) {
        return tail.seq() - last.seq() >= AFTER_ENTRIES || clock.millis() - last.time() >= EVERY.toMillis();
    }

    /** Signs where there is anything new. */
    synchronized void sign() throws IOException {
        Optional<Tail> tail = written.get();
        if (tail.isPresent() && (last == null || tail.get().seq() > last.seq())) {
            Head head = key.head(tail.get().seq(), tail.get().hash(), clock.millis());
            files.add(head);
            last = head;
            table.add(head);
        }
    }
}
