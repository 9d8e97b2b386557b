package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.AuditLog.Page;
import org.jutong.audit.AuditQuery;
import org.jutong.audit.Entry;
import org.jutong.audit.internal.files.Lines;

class AuditLogTest {

    private static final Optional<String> ANY = Optional.empty();
    private static final Optional<Instant> EVER = Optional.empty();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void thePagesOfASearchAreAllThatMatchesNewestFirst(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(1300)) {
            AuditQuery byOne = new AuditQuery(EVER, EVER, Optional.of("editor1"), ANY, ANY, ANY, ANY);
            List<Long> found = new ArrayList<>();
            for (Optional<Long> next = Optional.of(Long.MAX_VALUE); next.isPresent(); ) {
                Page page = test.log.search(byOne, entry -> entry.seq() % 2 == 0, next.get(), 60);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(60);
                page.items().forEach(entry -> found.add(entry.seq()));
                next = page.next();
            }
            List<Long> expected = new ArrayList<>();
            for (long seq = 1300; seq >= 1; seq--) {
                if ((seq - 1) % 3 == 1 && seq % 2 == 0) {
                    expected.add(seq);
                }
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eachFilterCounts(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(10)) {
            Instant fifth =
                    Instant.ofEpochMilli(test.table.find(5).orElseThrow().time());
            assertThat(seqs(test, new AuditQuery(Optional.of(fifth), EVER, ANY, ANY, ANY, ANY, ANY)))
                    .containsExactly(10L, 9L, 8L, 7L, 6L, 5L);
            assertThat(seqs(test, new AuditQuery(EVER, Optional.of(fifth), ANY, ANY, ANY, ANY, ANY)))
                    .containsExactly(4L, 3L, 2L, 1L);
            assertThat(seqs(test, new AuditQuery(EVER, EVER, ANY, ANY, ANY, Optional.of("article:3"), ANY)))
                    .containsExactly(4L);
            assertThat(seqs(test, new AuditQuery(EVER, EVER, ANY, Optional.of("SIGN_IN"), ANY, ANY, ANY)))
                    .isEmpty();
            assertThat(seqs(test, new AuditQuery(EVER, EVER, ANY, ANY, Optional.of("5201000001"), ANY, ANY)))
                    .isEmpty();
            assertThat(seqs(test, new AuditQuery(EVER, EVER, ANY, ANY, ANY, ANY, Optional.of("DENIED"))))
                    .isEmpty();
            assertThat(seqs(test, new AuditQuery(EVER, EVER, ANY, ANY, ANY, ANY, Optional.of("DONE"))))
                    .hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anExportHasEveryVisibleEntryInOrderAndStillSound(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(1100)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(test.log.export(AuditQuery.ALL, entry -> entry.seq() != 7, out))
                    .isEqualTo(1099);
            List<Entry> read = out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(Lines::entry)
                    .toList();
            assertThat(read).hasSize(1099).allMatch(entry -> entry.link().isSound());
            assertThat(read).isSortedAccordingTo((one, other) -> Long.compare(one.seq(), other.seq()));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void headsAreSignedWhenThereIsSomethingNew(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data)) {
            test.log.sign();
            assertThat(test.log.head()).isEmpty();
            test.record(3).log.sign();
            test.log.sign();
            assertThat(test.log.head().orElseThrow().seq()).isEqualTo(3);
            assertThat(Lines.head(test.log.line(test.log.head().orElseThrow())))
                    .isEqualTo(test.log.head().orElseThrow());
            assertThat(test.files("heads")).singleElement().matches(file -> file.endsWith("heads-2026-03.ndjson"));
        }
    }

    private static List<Long> seqs(TestAudit test, AuditQuery query) {
        return test.log.search(query, entry -> true, Long.MAX_VALUE, 100).items().stream()
                .map(Entry::seq)
                .toList();
    }
}
