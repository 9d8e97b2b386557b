package org.jutong.sitegroup.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.importing.Importing.MAPPING;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;
import static org.jutong.sitegroup.internal.importing.Importing.PROVINCE;
import static org.jutong.sitegroup.internal.importing.Importing.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;

/** What comes from outside can be anything. */
class BadArchivesTest {

    private static final byte[] GOOD = page("会议", "2017-07-20", "<p>文</p>").getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Importing old;

    @BeforeEach
    void open() {
        old = new Importing(Database.DERBY, folder);
    }

    @AfterEach
    void close() {
        old.close();
    }

    @Test
    void pathsThatLeaveTheArchiveAndLinksAreNotReadButSaid() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            add(tar, "../../evil.html", GOOD);
            add(tar, "/etc/evil.html", GOOD);
            add(tar, "hy/../hy/round.html", GOOD);
            add(tar, "./hy/good.html", GOOD);
            TarArchiveEntry link = new TarArchiveEntry("hy/link.html", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        Task task = run(bytes.toByteArray());
        assertThat(task.state()).isEqualTo(Task.State.DONE);
        assertThat(old.outcomes(task))
                .containsEntry("hy/good.html", "imported")
                .containsEntry("../../evil.html", "skipped path_outside")
                .containsEntry("hy/../hy/round.html", "skipped path_outside")
                .containsEntry("hy/link.html", "skipped link_not_followed")
                .hasSize(5);
        assertThat(folder.getParent().resolve("evil.html")).doesNotExist();
    }

    @Test
    void linksInAZipAreNotReadButSaid() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("hy/link.html");
            link.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.US_ASCII));
            zip.closeArchiveEntry();
            zip.putArchiveEntry(new ZipArchiveEntry("hy/good.html"));
            zip.write(GOOD);
            zip.closeArchiveEntry();
        }
        assertThat(old.outcomes(run(bytes.toByteArray())))
                .containsEntry("hy/link.html", "skipped link_not_followed")
                .containsEntry("hy/good.html", "imported");
    }

    @Test
    void chineseNamesInAnOldZipAreUnderstood() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("hy/省政府常务会议.html"));
            zip.write(GOOD);
        }
        assertThat(old.outcomes(run(bytes.toByteArray()))).containsEntry("hy/省政府常务会议.html", "imported");
    }

    @Test
    void aBombIsRefusedAndLeavesNothing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("hy/a.html"));
            zip.write(GOOD);
            zip.putNextEntry(new ZipEntry("hy/bomb.html"));
            for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        Task task = run(bytes.toByteArray());
        assertThat(task.code()).contains("archive_bomb");
        assertThat(old.reading.count(PROVINCE, "meetings")).isZero();
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("jutong-import"));
        }
    }

    @Test
    void aTruncatedArchiveAndOneOfAnotherKindAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("hy/a.html"));
            zip.write(GOOD);
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        assertThat(run(half).code()).contains("archive_broken");
        assertThatThrownBy(() -> old.handIn("Rar!....".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("archive_type_unknown");
        assertThatThrownBy(() -> old.handIn(new byte[0])).hasMessageContaining("file_empty");
        assertThat(old.archives.of(OPERATOR, PROVINCE)).hasSize(1);
    }

    @Test
    void aPageWithBytesOfNoEncodingIsImportedAndSaidToBeUnsure() {
        byte[] broken = page("会议", "2017-07-20", "<p>文@</p>").getBytes(StandardCharsets.UTF_8);
        broken[new String(broken, StandardCharsets.ISO_8859_1).indexOf('@')] = (byte) 0xff;
        old.write("site/hy/a.html", broken);
        assertThat(old.outcomes(old.folder(MAPPING, false))).containsEntry("hy/a.html", "imported encoding_unsure");
    }

    @Test
    void onlyTheFolderOfTheOperatorIsRead() throws IOException {
        Files.createDirectory(folder.resolve("site"));
        Files.createSymbolicLink(folder.resolve("way-out"), folder.getParent());
        for (String outside : List.of("../", "/etc", "way-out", "site/../..")) {
            assertThatThrownBy(() -> old.folder(MAPPING, outside)).hasMessageContaining("import_path_outside");
        }
        assertThatThrownBy(() -> old.folder(MAPPING, "none")).hasMessageContaining("import_path_not_found");
        assertThatThrownBy(() -> new ImportFolder(java.util.Optional.empty()).require("site"))
                .hasMessageContaining("import_folder_not_set");
        Files.createSymbolicLink(folder.resolve("site/hosts.html"), Path.of("/etc/hosts"));
        old.write("site/hy/a.html", GOOD);
        assertThat(old.outcomes(old.folder(MAPPING, false)))
                .containsEntry("hosts.html", "skipped link_not_followed")
                .containsEntry("hy/a.html", "imported");
    }

    @Test
    void aMappingIsReadStrictly() {
        old.write("site/hy/a.html", GOOD);
        refused("titel", "h1", "mapping_key_unknown");
        refused("title", "h1[", "mapping_selector_invalid");
        refused("timeFormats", "yyyy-QQQQQQQQ", "mapping_time_format_invalid");
        refused("columns", List.of(Map.of("from", "hy/**")), "mapping_value_invalid");
        refused("columns", List.of(Map.of("from", "hy/**", "to", "nowhere")), "column_not_found");
        refused("address", "ftp://x", "mapping_value_invalid");
        refused("body", List.of(), "mapping_value_invalid");
        assertThatThrownBy(() -> old.imports.start(
                        new Actor("reader", "无权者"), PROVINCE, new ImportRequest(null, "site", MAPPING, true)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("forbidden");
    }

    private void refused(String key, Object value, String code) {
        Map<String, Object> mapping = new HashMap<>(MAPPING);
        mapping.put(key, value);
        assertThatThrownBy(() -> old.folder(mapping, true)).as(key).hasMessageContaining(code);
    }

    private Task run(byte[] content) {
        Archive archive = old.handIn(content);
        return old.run(new ImportRequest(archive.id(), null, MAPPING, false));
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        ((OutputStream) tar).write(content);
        tar.closeArchiveEntry();
    }
}
