package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.audit.chain.Fault.Kind.DELETED;
import static org.jutong.audit.chain.Fault.Kind.EDITED;
import static org.jutong.audit.chain.Fault.Kind.FORGED_HEAD;
import static org.jutong.audit.chain.Fault.Kind.REORDERED;
import static org.jutong.audit.chain.Fault.Kind.REWRITTEN;
import static org.jutong.audit.chain.Fault.Kind.TRUNCATED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.chain.HashAlgorithm;
import org.jutong.audit.chain.Link;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.persistence.Store;

/** Somebody with the database in their hands: whatever they change is named exactly. */
class TamperingTest {

    private static final List<String> COLUMNS = List.of(
            "RECORDED = RECORDED + 1",
            "ACTOR = 'nobody'",
            "ACTOR_NAME = 'x'",
            "BEHALF = 'x'",
            "ACTION_NAME = 'SIGN_OUT'",
            "OUTCOME = 'DENIED'",
            "SITE = '5201000001'",
            "TARGET = 'article:x'",
            "CHANNEL = 'SHELL'",
            "ADDRESS = '10.0.0.1'",
            "DETAIL = ' '",
            "ALGORITHM = 'SM3'",
            "PREVIOUS_HASH = 'x'",
            "HASH = 'x'");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatNobodyTouchedIsSound(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(30)) {
            test.log.sign();
            List<Long> progress = new ArrayList<>();
            var verification = test.log.verify(progress::add);
            assertThat(verification.sound()).isTrue();
            assertThat(verification.entries()).isEqualTo(30);
            assertThat(verification.from()).isEqualTo(1);
            assertThat(verification.until()).isEqualTo(30);
            assertThat(verification.heads()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eachColumnOfTheFirstAMiddleAndTheLastEntry(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(12)) {
            test.log.sign();
            for (long seq : new long[] {1, 6, 12}) {
                for (String change : COLUMNS) {
                    Entry before = test.table.find(seq).orElseThrow();
                    database.sql("UPDATE AUDIT_ENTRY SET " + change + " WHERE SEQ = " + seq);
                    assertThat(test.faults()).as(change).containsExactly(new Fault(EDITED, seq, seq));
                    database.sql("DELETE FROM AUDIT_ENTRY WHERE SEQ = " + seq);
                    test.table.insert(List.of(before), false);
                }
            }
            assertThat(test.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void deletedEntries(Databases database) throws Exception {
        for (String range : List.of("1-1", "7-7", "3-9", "1-5")) {
            String[] ends = range.split("-");
            try (TestAudit test = new TestAudit(database, data.resolve(range)).record(12)) {
                database.sql("DELETE FROM AUDIT_ENTRY WHERE SEQ BETWEEN " + ends[0] + " AND " + ends[1]);
                assertThat(test.faults())
                        .containsExactly(new Fault(DELETED, Long.parseLong(ends[0]), Long.parseLong(ends[1])));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void entriesThatChangedPlaces(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(12)) {
            database.sql("UPDATE AUDIT_ENTRY SET SEQ = -1 WHERE SEQ = 4");
            database.sql("UPDATE AUDIT_ENTRY SET SEQ = 4 WHERE SEQ = 9");
            database.sql("UPDATE AUDIT_ENTRY SET SEQ = 9 WHERE SEQ = -1");
            assertThat(test.faults()).containsExactly(new Fault(REORDERED, 4, 4), new Fault(REORDERED, 9, 9));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEndThatWasCutOff(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(12)) {
            test.log.sign();
            database.sql("DELETE FROM AUDIT_ENTRY WHERE SEQ > 9");
            assertThat(test.faults()).containsExactly(new Fault(TRUNCATED, 10, 12));
            database.sql("DELETE FROM AUDIT_HEAD");
            assertThat(test.faults()).as("the files remember").containsExactly(new Fault(TRUNCATED, 10, 12));
            database.sql("DELETE FROM AUDIT_ENTRY");
            assertThat(test.faults()).containsExactly(new Fault(TRUNCATED, 1, 12));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEndThatWasWrittenAnewWithAllHashes(Databases database) throws Exception {
        Store store = database.empty();
        try (TestAudit test = new TestAudit(store, data).record(5)) {
            test.log.sign();
            test.record(7);
            test.log.sign();
            database.sql("DELETE FROM AUDIT_ENTRY WHERE SEQ >= 8");
            forge(store, 8, 12);
            assertThat(test.faults()).containsExactly(new Fault(REWRITTEN, 6, 12));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aChangedHead(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(5)) {
            test.log.sign();
            for (String change : List.of("SIGNED = 1", "SIGNATURE = 'AAAA'", "KEY_ID = 'other'", "ALGORITHM = 'x'")) {
                database.sql("UPDATE AUDIT_HEAD SET " + change);
                assertThat(test.faults()).as(change).containsExactly(new Fault(FORGED_HEAD, 5, 5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoAltersTheDatabaseGetsNoSignatureForIt(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data).record(5)) {
            database.sql("DELETE FROM AUDIT_ENTRY WHERE SEQ = 5");
            test.log.sign();
            assertThat(test.faults()).containsExactly(new Fault(TRUNCATED, 5, 5));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eachAlgorithmOfAMixedChain(Databases database) throws Exception {
        Store store = database.empty();
        try (TestAudit test = new TestAudit(store, data).record(5)) {
            EntryTable table = new EntryTable(store);
            Entry last = table.find(5).orElseThrow();
            table.insert(List.of(Entry.of(Link.seal(6, last.link().content(), HashAlgorithm.SM3, last.hash()))), false);
            assertThat(test.faults()).isEmpty();
            database.sql("UPDATE AUDIT_ENTRY SET DETAIL = 'x' WHERE SEQ = 6");
            assertThat(test.faults()).containsExactly(new Fault(EDITED, 6, 6));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "DERBY")
    void theKeyIsItsOwnersAlone(Databases database) throws Exception {
        try (TestAudit test = new TestAudit(database, data)) {
            Path key = test.folder.resolve("keys/head.key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(test.folder.resolve("keys/head.pub")).content().startsWith("-----BEGIN PUBLIC KEY-----");
        }
    }

    private static void forge(Store store, long from, long until) {
        EntryTable table = new EntryTable(store);
        for (long seq = from; seq <= until; seq++) {
            Entry before = table.find(seq - 1).orElseThrow();
            List<String> content = new ArrayList<>(before.link().content());
            content.set(1, "somebody.else");
            table.insert(List.of(Entry.of(Link.seal(seq, content, HashAlgorithm.SHA_256, before.hash()))), false);
        }
    }
}
