package org.jutong.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.audit.internal.ChainedAudit;
import org.jutong.itests.platform.Shared;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.framework.BundleContext;

/**
 * Entries a second of eight threads, each waiting until its entry is on the disk; beside it, in turn, eight threads
 * that each commit one row over bare JDBC.
 */
final class AuditBenchmark {

    private static final int THREADS = 8;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final double SECONDS = 4;
    private static final String METHOD = THREADS + " threads recording for " + SECONDS
            + " s, each waiting for each entry, " + ROUNDS + " rounds in turn with the yardstick after two for warming"
            + " up; medians; database on disk, durable commits (PostgreSQL: fsync and synchronous_commit on)";
    private static final String YARDSTICK =
            "yardstick: " + THREADS + " threads over bare JDBC, a pooled connection, one row of 15 columns and a"
                    + " commit each, same database, table and indexes without the chain";

    private AuditBenchmark() {}

    static List<Figure> run() throws Exception {
        List<Figure> figures = new ArrayList<>();
        Path folder = Shared.folder("audit-derby");
        try (TestStores derby =
                TestStores.at("jdbc:derby:" + folder.resolve("db") + ";create=true", "", Audit.class, "audit-writer")) {
            figures.addAll(measure("Derby", derby, 500));
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        // off in its defaults, and then nothing is on the disk when a commit returns
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .setDataDirectory(Shared.folder("audit-postgres").resolve("data"))
                        .start();
                TestStores postgres = TestStores.at(
                        server.getJdbcUrl("postgres", "postgres"), "postgres", Audit.class, "audit-writer")) {
            figures.addAll(measure("PostgreSQL", postgres, 2000));
        }
        return figures;
    }

    private static List<Figure> measure(String name, TestStores stores, double least) throws Exception {
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        ChainedAudit audit = new ChainedAudit(stores.store(), clock, nothingSet());
        try {
            DataSource source = stores.source();
            stores.sql("CREATE TABLE BARE (" + BareRow.COLUMNS + ")");
            stores.sql("CREATE INDEX IX_BARE_ACTOR ON BARE (ACTOR, SEQ)");
            stores.sql("CREATE INDEX IX_BARE_TARGET ON BARE (TARGET, SEQ)");
            AtomicLong numbers = new AtomicLong();
            double[] chain = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double recorded = perSecond(number -> audit.record(event(number)), numbers);
                double committed = perSecond(number -> BareRow.commit(source, number), numbers);
                if (round >= 0) {
                    chain[round] = recorded;
                    bare[round] = committed;
                }
            }
            String what = "audit chain on " + name + ": ";
            return List.of(
                    Figure.atLeast(what + "entries a second", Samples.median(chain), "1/s", least, METHOD),
                    Figure.plain(what + "bare JDBC, rows a second", Samples.median(bare), "1/s", YARDSTICK),
                    Figure.plain(
                            what + "entries / bare JDBC",
                            Samples.median(chain) / Samples.median(bare),
                            "×",
                            YARDSTICK));
        } finally {
            audit.close();
        }
    }

    private static Event event(long number) {
        return Event.done(Action.ARTICLE_WRITE, new Actor("li.ming", "李明"), "article:" + number)
                .on(new SiteCode("5201000001"))
                .saying("title");
    }

    private static double perSecond(Work work, AtomicLong numbers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        try {
            Callable<Long> loop = () -> {
                long done = 0;
                while (Samples.secondsSince(start) < SECONDS) {
                    work.run(numbers.incrementAndGet());
                    done++;
                }
                return done;
            };
            List<Future<Long>> ends = threads.invokeAll(
                    LongStream.range(0, THREADS).mapToObj(thread -> loop).toList());
            long done = 0;
            for (Future<Long> end : ends) {
                done += end.get();
            }
            return done / Samples.secondsSince(start);
        } finally {
            threads.shutdown();
        }
    }

    private static BundleContext nothingSet() {
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, given) -> null);
    }

    /** One call. */
    private interface Work {
        void run(long number) throws SQLException;
    }

    /** A row like an entry's. */
    private static final class BareRow {

        static final String COLUMNS = "SEQ BIGINT NOT NULL PRIMARY KEY, RECORDED BIGINT NOT NULL, ACTOR VARCHAR(80),"
                + " ACTOR_NAME VARCHAR(100), BEHALF VARCHAR(80), ACTION_NAME VARCHAR(40), OUTCOME VARCHAR(10),"
                + " SITE VARCHAR(10), TARGET VARCHAR(200), CHANNEL VARCHAR(10), ADDRESS VARCHAR(64),"
                + " DETAIL VARCHAR(1000), ALGORITHM VARCHAR(10), PREVIOUS_HASH VARCHAR(64), HASH VARCHAR(64)";

        private static final String HASH = "0".repeat(64);

        private BareRow() {}

        static void commit(DataSource source, long number) throws SQLException {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO BARE VALUES (?, ?, 'li.ming', '李明', '', 'ARTICLE_WRITE', 'DONE', '5201000001', ?,"
                                + " 'PLATFORM', '', 'title', 'SHA-256', ?, ?)")) {
                    insert.setLong(1, number);
                    insert.setLong(2, 1_772_000_000_000L);
                    insert.setString(3, "article:" + number);
                    insert.setString(4, HASH);
                    insert.setString(5, HASH);
                    insert.executeUpdate();
                }
                connection.commit();
            }
        }
    }
}
