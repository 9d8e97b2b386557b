package org.jutong.sitegroup.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.importing.Importing.CLOCK;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;
import static org.jutong.sitegroup.internal.importing.Importing.PROVINCE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.audit.Action;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.importing.ImportRequest;
import org.jutong.sitegroup.internal.importing.Importing;

/** From one platform to another and back, whatever database each has. */
class SitePackagesTest {

    @TempDir
    Path folder;

    private Importing from;
    private Importing to;

    @BeforeEach
    void open() {
        from = new Importing(Database.DERBY, folder);
        to = new Importing(Database.POSTGRESQL, folder);
        from.fill();
        Article draft = from.articles.write(
                OPERATOR, PROVINCE, new Draft("草稿", "来源", "编辑", "<p>未发布</p>", "news", Optional.empty()));
        Article withdrawn = from.articles.publish(
                OPERATOR,
                from.articles
                        .write(
                                OPERATOR,
                                PROVINCE,
                                new Draft(
                                        "撤回",
                                        "来源",
                                        "",
                                        "<p>见<a href=\"/sites/5200000001/articles/" + draft.id() + "\">稿</a></p>",
                                        "news",
                                        Optional.empty()))
                        .id());
        from.articles.withdraw(OPERATOR, withdrawn.id());
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void theContentIsTheSameByteForByteOnAnotherPlatform() throws IOException {
        byte[] exported = export(from);
        assertThat(export(from)).isEqualTo(exported);
        assertThat(text(exported, Entries.ARTICLES))
                .contains("/package/articles/")
                .doesNotContain("/sites/");

        // numbers on the other platform are others
        to.articles.write(OPERATOR, Importing.CITY, new Draft("别的网站", "来源", "", "<p>文</p>", "news", Optional.empty()));
        Task stored = restore(exported);
        assertThat(stored.state()).as(stored.words().orElse("")).isEqualTo(Task.State.DONE);
        assertThat(export(to)).isEqualTo(exported);
        assertThat(to.reading.latest(PROVINCE, "notices", 0, 10))
                .extracting(Entry::title, Entry::published)
                .isEqualTo(from.reading.latest(PROVINCE, "notices", 0, 10).stream()
                        .map(each -> org.assertj.core.groups.Tuple.tuple(each.title(), each.published()))
                        .toList());
        String address = to.addresses.find(PROVINCE, "hy/a.html").orElseThrow();
        long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        assertThat(to.articles.get(OPERATOR, id).body())
                .contains(to.addresses.find(PROVINCE, "files/a.pdf").orElseThrow());
        assertThat(to.recorded)
                .filteredOn(event -> event.action() == Action.SITE_IMPORT)
                .hasSize(2);
        assertThatThrownBy(() -> restore(exported)).hasMessageContaining("site_has_content");
    }

    @Test
    void whatWasImportedBeforeIsStillKnownAfterwards() {
        restore(export(from));
        Task again = to.run(new ImportRequest(null, "site", Importing.MAPPING, false));
        assertThat(to.outcomes(again).values()).doesNotContain("imported", "updated");
    }

    @Test
    void whatIsNotWholeOrNotTrueIsRefusedAndNothingIsStored() throws IOException {
        byte[] exported = export(from);
        refused("package_broken", Arrays.copyOf(exported, exported.length / 2));
        refused("package_checksum_wrong", with(exported, Entries.ARTICLES, text -> text.replace("草稿", "假稿")));
        refused(
                "package_version_unknown",
                with(exported, Entries.MANIFEST, text -> text.replace("\"version\":1", "\"version\":2")));
        refused("package_broken", without(exported, Entries.COLUMNS));
        assertThat(to.reading.count(PROVINCE, "notices")).isZero();
        assertThat(to.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10)).isEmpty();
        assertThat(to.addresses.find(PROVINCE, "hy/a.html")).isEmpty();
    }

    private void refused(String code, byte[] content) {
        assertThat(restore(content).code()).contains(code);
    }

    private byte[] export(Importing platform) {
        SitePackages packages = packages(platform);
        packages.export(OPERATOR, PROVINCE);
        platform.runAll(List.of(new PackageExport(
                platform.store, platform.sites, platform.archives, platform.recorded::add, platform.words)));
        Archive made = platform.archives.of(OPERATOR, PROVINCE).get(0);
        assertThat(made.purpose()).isEqualTo(Archive.Purpose.PACKAGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            platform.archives.copy(made, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private Task restore(byte[] content) {
        Archive archive = to.archives.handIn(OPERATOR, PROVINCE, "site.zip", new ByteArrayInputStream(content));
        Task task = packages(to).restore(OPERATOR, PROVINCE, archive.id());
        SiteMemory memory = new SiteMemory(to.store);
        to.runAll(List.of(new PackageImport(
                to.store, memory, to.sites, to.archives, to.changed::addAll, to.recorded::add, to.words, CLOCK)));
        return to.tasks.get(OPERATOR, task.id());
    }

    private static SitePackages packages(Importing platform) {
        return new SitePackages(
                platform.store,
                platform.sites,
                platform.archives,
                platform.tasks,
                org.jutong.sitegroup.internal.SiteGroup.AUTHORITY,
                platform.recorded::add);
    }

    private static String text(byte[] zip, String name) throws IOException {
        String[] found = new String[1];
        copy(zip, (entry, content) -> {
            if (entry.equals(name)) {
                found[0] = content;
            }
            return Optional.empty();
        });
        return found[0];
    }

    private static byte[] with(byte[] zip, String name, java.util.function.UnaryOperator<String> change)
            throws IOException {
        return copy(zip, (entry, content) -> Optional.of(entry.equals(name) ? change.apply(content) : content));
    }

    private static byte[] without(byte[] zip, String name) throws IOException {
        return copy(zip, (entry, content) -> entry.equals(name) ? Optional.empty() : Optional.of(content));
    }

    private static byte[] copy(byte[] zip, BiFunction<String, String, Optional<String>> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Optional<String> content =
                        change.apply(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                if (content.isPresent()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content.get().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }
}
