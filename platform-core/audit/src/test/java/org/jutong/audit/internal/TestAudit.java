package org.jutong.audit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

/** The audit as the container wires it, over an empty database and a folder. */
final class TestAudit implements AutoCloseable {

    static final int ENTRIES_A_FILE = 20;

    final ChainedAudit audit;
    final StoredAuditLog log;
    final EntryTable table;
    final MovingClock clock = new MovingClock();
    final Path folder;

    TestAudit(Databases database, Path data) throws IOException {
        this(database.empty(), data);
    }

    TestAudit(Store store, Path data) throws IOException {
        folder = data.resolve("audit");
        table = new EntryTable(store);
        AuditSettings settings =
                AuditSettings.of(Map.of(), name -> name.equals("jutong.data") ? data.toString() : null);
        audit = new ChainedAudit(store, clock, settings);
        log = new StoredAuditLog(store, audit, clock, settings, ENTRIES_A_FILE);
    }

    /** Records this many more. */
    TestAudit record(int count) {
        for (int i = 0; i < count; i++) {
            audit.record(Event.done(Action.ARTICLE_WRITE, new Actor("editor" + i % 3, "编辑"), "article:" + i));
            clock.pass(Duration.ofSeconds(1));
        }
        return this;
    }

    List<Fault> faults() {
        return log.verify(read -> {}).faults();
    }

    List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() {
        audit.close();
        log.stop();
    }

    /** A clock that stands until the test moves it. */
    static final class MovingClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-02T00:00:00.123Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
