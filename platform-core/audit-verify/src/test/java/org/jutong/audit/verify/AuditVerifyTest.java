package org.jutong.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.HashAlgorithm;
import org.jutong.audit.chain.Link;
import org.jutong.audit.chain.SigningKey;
import org.jutong.audit.internal.files.ArchiveFolder;
import org.jutong.audit.internal.files.HeadFiles;
import org.jutong.audit.internal.files.Lines;

/** An archive of entries 1 to 20, an export of 15 to 40, and heads of 20 and 40. */
class AuditVerifyTest {

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate();
    private final List<Entry> entries = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path export;
    private Path archived;
    private Path publicKey;

    @BeforeEach
    void write(@TempDir Path elsewhere) throws IOException {
        String before = Link.BEFORE_FIRST;
        for (long seq = 1; seq <= 40; seq++) {
            HashAlgorithm algorithm = seq < 30 ? HashAlgorithm.SHA_256 : HashAlgorithm.SM3;
            Entry entry = Entry.of(Link.seal(
                    seq,
                    List.of("" + seq, "li", "李", "", "SIGN_IN", "DONE", "", "o" + seq, "REST", "127.0.0.1", "x"),
                    algorithm,
                    before));
            entries.add(entry);
            before = entry.hash();
        }
        ArchiveFolder archive = new ArchiveFolder(folder.resolve("archive"));
        archived = folder.resolve("archive")
                .resolve(archive.add(entries.subList(0, 20).iterator(), 0, Link.BEFORE_FIRST, 5, key)
                        .file());
        export = folder.resolve("export.ndjson");
        writeExport(entries.subList(14, 40));
        HeadFiles heads = new HeadFiles(folder.resolve("heads"));
        heads.add(key.head(20, entries.get(19).hash(), 1));
        heads.add(key.head(40, entries.get(39).hash(), 2));
        publicKey = elsewhere.resolve("head.pub");
        Files.writeString(publicKey, key.publicHalf().pem());
    }

    @Test
    void whatNobodyTouchedIsSound() {
        assertThat(verify(folder.toString(), "--key", publicKey.toString())).isZero();
        assertThat(said()).isEqualTo("Read entries 1 to 40, 40 in all; compared with 2 signed heads.\nSound.\n");
    }

    @Test
    void itSpeaksChinese() {
        assertThat(verify(Map.of("LANG", "zh_CN.UTF-8"), folder.toString(), "--key", publicKey.toString()))
                .isZero();
        assertThat(said()).contains("完好。").contains("共 40 条");
    }

    @Test
    void eachFaultIsNamed() throws IOException {
        List<Entry> changed = new ArrayList<>(entries.subList(20, 40));
        changed.set(4, Lines.entry(Lines.of(changed.get(4)).replace("o25", "o99")));
        changed.remove(10);
        writeExport(changed);
        assertThat(verify(folder.toString(), "--key", publicKey.toString())).isEqualTo(1);
        assertThat(said())
                .contains("Entry 25 was changed")
                .contains("Entry 31 was deleted")
                .contains("Faults: 2.");
    }

    @Test
    void anEndThatWasCutOffIsNamed() throws IOException {
        writeExport(entries.subList(20, 37));
        assertThat(verify(folder.toString(), "--key", publicKey.toString())).isEqualTo(1);
        assertThat(said()).contains("Entry 38–40 is missing");
    }

    @Test
    void anArchiveFileThatWasExchangedIsNamed() throws IOException {
        Files.write(archived, new byte[] {1}, StandardOpenOption.APPEND);
        assertThat(verify(folder.toString(), "--key", publicKey.toString())).isEqualTo(1);
        assertThat(said()).contains("archive file of entry 1–20");
    }

    @Test
    void aKeyOfSomebodyElseProvesNothing() throws IOException {
        Files.writeString(publicKey, SigningKey.generate().publicHalf().pem());
        assertThat(verify(folder.toString(), "--key", publicKey.toString())).isEqualTo(1);
        assertThat(said()).contains("signed head of entry 20 is not valid").contains("archive file of entry 1–20");
    }

    @Test
    void withoutAKeyOfOnesOwnItSaysWhatIsNotProven() throws IOException {
        assertThat(verify(folder.toString())).isZero();
        assertThat(said()).contains("There is no public key");
        Files.copy(publicKey, folder.resolve("head.pub"));
        printed.reset();
        assertThat(verify(folder.toString())).isZero();
        assertThat(said()).contains("comes from the folder that is verified");
    }

    @Test
    void aPieceIsCheckedWhenAskedFor() throws IOException {
        List<Entry> filtered =
                entries.stream().filter(entry -> entry.seq() % 3 == 0).toList();
        writeExport(filtered);
        assertThat(verify(export.toString(), "--piece")).isZero();
        assertThat(verify(export.toString())).isEqualTo(1);
        Files.writeString(export, Files.readString(export).replace("\"o9\"", "\"o8\""));
        printed.reset();
        assertThat(verify(export.toString(), "--piece")).isEqualTo(1);
        assertThat(said()).contains("Entry 9 was changed");
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        Files.writeString(export, Files.readString(export) + "nonsense\n");
        assertThat(verify(folder.toString(), "--key", publicKey.toString())).isEqualTo(1);
        assertThat(said()).contains("Line 27 of");
    }

    @Test
    void whatCannotBeVerifiedIsSaid() throws IOException {
        assertThat(verify()).isEqualTo(2);
        assertThat(said()).startsWith("Usage:");
        assertThat(verify("--what")).isEqualTo(2);
        assertThat(verify(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(verify(folder.toString(), "--key", export.toString())).isEqualTo(2);
        assertThat(verify(folder.resolve("heads").toString())).isEqualTo(2);
    }

    private int verify(String... arguments) {
        return verify(Map.of("LANG", "en_GB.UTF-8"), arguments);
    }

    private int verify(Map<String, String> environment, String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new AuditVerify(out, environment).run(List.of(arguments));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void writeExport(List<Entry> exported) throws IOException {
        Files.write(export, exported.stream().map(Lines::of).toList());
    }
}
