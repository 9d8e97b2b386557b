package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.audit.chain.Fault.Kind.BROKEN_FILE;
import static org.jutong.audit.chain.Fault.Kind.DELETED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.AuditLog.Archive;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.internal.store.Tail;
import org.jutong.persistence.Store;

class RetentionTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothingIsArchivedBefore183Days(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(30)) {
            test.clock.pass(Duration.ofDays(182));
            test.log.archive();
            assertThat(test.log.archives()).isEmpty();
            assertThat(test.table.tail().seq()).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oldEntriesMoveToFilesAndAreStillVerified(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(45)) {
            test.log.sign();
            test.clock.pass(Duration.ofDays(184));
            test.record(5);
            test.log.archive();
            assertThat(test.log.archives())
                    .extracting(Archive::from, Archive::until)
                    .containsExactly(tuple(1L, 20L), tuple(21L, 40L), tuple(41L, 45L));
            assertThat(test.table.after(0, 100)).hasSize(5 + 3).first().matches(entry -> entry.seq() == 46);
            assertThat(test.table.find(53).orElseThrow().action()).isEqualTo("AUDIT_ARCHIVE");
            var verification = test.log.verify(read -> {});
            assertThat(verification.faults()).isEmpty();
            assertThat(verification.entries()).isEqualTo(53);
            assertThat(verification.archived()).isEqualTo(45);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aWriterGoesOnFromTheAnchorWhereNothingElseIsLeft(Databases database) throws Exception {
        try (TestAudit test = archived(database)) {
            Tail anchor = test.table.anchor();
            database.sql("DELETE FROM AUDIT_ENTRY");
            assertThat(test.table.tail()).isEqualTo(anchor);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anInterruptedRunIsFinishedByTheNext(Databases database) throws Exception {
        Store store = database.empty();
        try (TestAudit test = new TestAudit(store, data).record(25)) {
            test.clock.pass(Duration.ofDays(184));
            BrokenStore broken = new BrokenStore(store);
            TestAudit dying = new TestAudit(broken, data);
            broken.fault = BrokenStore.Fault.AWAY_FOR_CHANGES;
            dying.clock.pass(Duration.ofDays(184));
            assertThatThrownBy(dying.log::archive).isInstanceOf(RuntimeException.class);
            assertThat(test.log.archives()).hasSize(1);
            assertThat(test.table.after(0, 100)).as("nothing is lost").hasSize(25);
            Files.writeString(
                    test.folder.resolve("archive/manifest.ndjson"), "{\"file\":\"ha", StandardOpenOption.APPEND);
            Files.writeString(test.folder.resolve("archive/entries.part.gz"), "half");
            test.log.archive();
            assertThat(test.log.archives()).extracting(Archive::until).containsExactly(20L, 25L);
            assertThat(test.table.anchor().seq()).isEqualTo(25);
            assertThat(test.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatWasTamperedWithIsNotArchived(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(25)) {
            test.clock.pass(Duration.ofDays(184));
            database.sql("UPDATE AUDIT_ENTRY SET DETAIL = 'x' WHERE SEQ = 7");
            assertThatThrownBy(test.log::archive)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("EDITED");
            assertThat(test.log.archives()).isEmpty();
            assertThat(test.table.after(0, 100)).hasSize(25);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFileThatWasChangedOrIsGoneIsNamed(Databases database) throws Exception {
        try (TestAudit test = archived(database)) {
            Path first = test.files("archive").get(0);
            byte[] whole = Files.readAllBytes(first);
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(first, changed);
            assertThat(test.faults()).containsExactly(new Fault(BROKEN_FILE, 1, 20));
            Files.delete(first);
            assertThat(test.faults()).containsExactly(new Fault(BROKEN_FILE, 1, 20));
            Files.write(first, whole);
            assertThat(test.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aManifestThatWasChangedIsNamed(Databases database) throws Exception {
        try (TestAudit test = archived(database)) {
            Path manifest = test.folder.resolve("archive/manifest.ndjson");
            List<String> lines = Files.readAllLines(manifest);
            Files.writeString(
                    manifest, lines.get(0).replace("\"until\":20", "\"until\":19") + "\n" + lines.get(1) + "\n");
            assertThat(test.faults()).contains(new Fault(BROKEN_FILE, 1, 19));
            Files.writeString(manifest, lines.get(1) + "\n");
            assertThat(test.faults()).containsExactly(new Fault(DELETED, 1, 20));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAnchorThatWasMovedToHideEntriesHidesNone(Databases database) throws Exception {
        try (TestAudit test = archived(database)) {
            test.record(10);
            database.sql("DELETE FROM AUDIT_ENTRY WHERE SEQ <= 30");
            database.sql("UPDATE AUDIT_ANCHOR SET SEQ = 30");
            assertThat(test.faults()).containsExactly(new Fault(DELETED, 26, 30));
        }
    }

    private TestAudit archived(Databases database) throws IOException {
        TestAudit test = new TestAudit(database, data).record(25);
        test.clock.pass(Duration.ofDays(184));
        test.record(2);
        test.log.archive();
        return test;
    }
}
