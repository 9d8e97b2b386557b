package org.jutong.publication.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.internal.tree.TreeFault.Kind;

class StaticTreeTest {

    private static final SiteCode SITE = new SiteCode("5200000001");
    private static final SiteCode OTHER = new SiteCode("5201000001");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @TempDir
    Path folder;

    private final FakePages pages = new FakePages();
    private Path root;
    private StaticTree tree;

    @BeforeEach
    void open() throws IOException {
        root = folder.resolve("tree");
        pages.site(SITE, 1, 2, 3);
        tree = opened();
    }

    private StaticTree opened() throws IOException {
        return new StaticTree(root, Seal.open(folder.resolve("keys")), pages);
    }

    private Outcome all(SiteCode site) throws IOException {
        Outcome done = tree.publish(site, SiteChange.ALL, "frame");
        tree.seal(NOW);
        return done;
    }

    private Outcome changed(SiteCode site, Set<Long> articles, Set<String> columns) throws IOException {
        pages.asked.clear();
        Outcome done = tree.publish(site, new SiteChange(false, articles, columns), "frame");
        tree.seal(NOW);
        return done;
    }

    private String read(String file) throws IOException {
        return Files.readString(root.resolve("www").resolve(file));
    }

    private boolean there(String file) {
        return Files.exists(root.resolve("www").resolve(file));
    }

    private List<TreeFault> faults() throws IOException {
        return tree.check(files -> {}).run();
    }

    @Test
    void aSiteIsAllThatCanBeReachedFromItsFirstPageInBothScripts() throws IOException {
        all(SITE);
        assertThat(read("sites/5200000001/index.html")).contains("home");
        assertThat(read("sites/5200000001/articles/2.html")).contains("article 2");
        assertThat(read("hant/sites/5200000001/columns/news/index.html")).contains("list");
        assertThat(read("assets/aa/portal.css")).isEqualTo("body{}");
        assertThat(read("sites/5200000001/404.html")).contains("nothing here");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aSecondRunWritesNothingAtAll() throws IOException {
        all(SITE);
        Map<Path, Object> before = written();
        Outcome second = all(SITE);
        assertThat(second.made()).isEqualTo(14);
        assertThat(second.written()).isZero();
        assertThat(written()).isEqualTo(before);
    }

    /** Each file with what a write would change, also one of the same content. */
    private Map<Path, Object> written() throws IOException {
        Map<Path, Object> files = new TreeMap<>();
        try (Stream<Path> every = Files.walk(root)) {
            for (Path each : every.filter(Files::isRegularFile).toList()) {
                files.put(
                        each,
                        Files.readAttributes(each, "unix:ino,lastModifiedTime").toString());
            }
        }
        return files;
    }

    @Test
    void largePagesAreCompressedBesideForTheSameContent() throws IOException {
        pages.put("/sites/5200000001/articles/1", "x".repeat(5000));
        all(SITE);
        assertThat(Files.readAllBytes(root.resolve("www/sites/5200000001/articles/1.html.gz")))
                .isEqualTo(Digests.gzip((pages.frame + "x".repeat(5000)).getBytes()));
        assertThat(there("sites/5200000001/index.html.gz")).isFalse();
    }

    @Test
    void aWithdrawnArticleLeavesWithAllThatLedToIt() throws IOException {
        all(SITE);
        pages.site(SITE, 1, 3);
        Outcome done = changed(SITE, Set.of(2L), Set.of());
        assertThat(there("sites/5200000001/articles/2.html")).isFalse();
        assertThat(there("hant/sites/5200000001/articles/2.html")).isFalse();
        assertThat(read("sites/5200000001/articles/1.html"))
                .contains("articles/3")
                .doesNotContain("articles/2");
        assertThat(read("sites/5200000001/columns/news/index.html")).doesNotContain("articles/2");
        assertThat(done.removed()).isEqualTo(2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void aNewArticleComesWithItsNeighboursAndListsAndNothingElseIsMade() throws IOException {
        all(SITE);
        pages.site(SITE, 9, 1, 2, 3);
        changed(SITE, Set.of(9L), Set.of("news"));
        assertThat(read("sites/5200000001/articles/9.html")).contains("articles/1");
        assertThat(read("sites/5200000001/columns/news/index.html")).contains("articles/9");
        assertThat(pages.asked)
                .contains("/sites/5200000001/articles/1", "/sites/5200000001/")
                .doesNotContain("/sites/5200000001/articles/3", "/sites/5200000001/columns/plain/");
    }

    @Test
    void anotherFrameMakesEveryPageNew() throws IOException {
        all(SITE);
        pages.frame = "<p>another</p>";
        Outcome done = changed(SITE, Set.of(), Set.of());
        assertThat(done.written()).isEqualTo(14);
        assertThat(read("sites/5200000001/articles/3.html")).startsWith("<p>another");
    }

    @Test
    void aFileIsThereAsLongAsAPageOfAnySiteNeedsIt() throws IOException {
        String file = "/sites/5200000001/files/7/plan.pdf";
        pages.put(file, "pdf");
        pages.put("/sites/5200000001/articles/1", FakePages.link(file));
        pages.site(OTHER, 1);
        pages.put("/sites/5201000001/articles/1", FakePages.link(file));
        all(SITE);
        all(OTHER);
        assertThat(there("sites/5200000001/files/7.pdf")).isTrue();
        pages.site(SITE, 2);
        changed(SITE, Set.of(1L), Set.of());
        assertThat(there("sites/5200000001/files/7.pdf")).isTrue();
        pages.site(OTHER);
        changed(OTHER, Set.of(1L), Set.of());
        assertThat(there("sites/5200000001/files/7.pdf")).isFalse();
        assertThat(there("assets/aa/portal.css")).isTrue();
        assertThat(faults()).isEmpty();
    }

    @Test
    void aClosedSiteLeavesButForTheWordThatItMoved() throws IOException {
        all(SITE);
        tree.close(SITE);
        tree.seal(NOW);
        assertThat(there("sites/5200000001/index.html")).isFalse();
        assertThat(there("hant/sites/5200000001")).isFalse();
        assertThat(read("sites/5200000001/closed.html")).isEqualTo("moved");
        assertThat(there("assets/aa/portal.css")).isFalse();
        assertThat(faults()).isEmpty();
    }

    @Test
    void aPageThatCannotBeMadeStaysAsItIs() throws IOException {
        all(SITE);
        pages.broken = "/sites/5200000001/articles/1";
        Outcome done = all(SITE);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.whole()).isFalse();
        assertThat(read("sites/5200000001/articles/1.html")).contains("article 1");
    }

    @Test
    void eachKindOfFaultIsFoundAndRepaired() throws IOException {
        all(SITE);
        Path home = root.resolve("www/sites/5200000001/index.html");
        String right = Files.readString(home);
        Files.writeString(home, "defaced");
        Files.delete(root.resolve("www/sites/5200000001/articles/2.html"));
        Files.writeString(root.resolve("www/sites/evil.html"), "extra");
        Files.createSymbolicLink(root.resolve("www/passwd"), Path.of("/etc/passwd"));
        List<TreeFault> found = faults();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new TreeFault(Kind.CHANGED, "www/sites/5200000001/index.html"),
                        new TreeFault(Kind.MISSING, "www/sites/5200000001/articles/2.html"),
                        new TreeFault(Kind.EXTRA, "www/sites/evil.html"),
                        new TreeFault(Kind.EXTRA, "www/passwd"));
        tree.prepare(found);
        all(SITE);
        assertThat(faults()).isEmpty();
        assertThat(Files.readString(home)).isEqualTo(right);
        assertThat(there("passwd")).isFalse();
    }

    @Test
    void aManifestThatWasChangedWithItsFileIsFoundAndRepaired() throws IOException {
        all(SITE);
        Path home = root.resolve("www/sites/5200000001/index.html");
        Path manifest = root.resolve("manifest/5200000001.sha256");
        String sum = Digests.of(home);
        Files.writeString(home, "defaced");
        Files.writeString(manifest, Files.readString(manifest).replace(sum, Digests.of(home)));
        List<TreeFault> found = faults();
        assertThat(found).contains(new TreeFault(Kind.MANIFEST, "manifest/5200000001.sha256"));
        tree.prepare(found);
        all(SITE);
        assertThat(faults()).isEmpty();
        assertThat(Files.readString(home)).contains("home");
    }

    @Test
    void aForgedSignatureIsFoundAndNothingIsTakenAwayForIt() throws IOException {
        all(SITE);
        Path manifest = root.resolve("manifest.sha256");
        Files.writeString(manifest, Files.readString(manifest) + "# forged\n");
        List<TreeFault> found = faults();
        assertThat(found).containsExactly(new TreeFault(Kind.SIGNATURE, "manifest.sha256"));
        tree.prepare(found);
        assertThat(there("sites/5200000001/index.html")).isTrue();
        all(SITE);
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatChangedWhileThePlatformStoodStillIsNeverSigned() throws IOException {
        all(SITE);
        Path home = root.resolve("www/sites/5200000001/index.html");
        Path manifest = root.resolve("manifest/5200000001.sha256");
        String sum = Digests.of(home);
        Files.writeString(home, "defaced");
        Files.writeString(manifest, Files.readString(manifest).replace(sum, Digests.of(home)));
        tree = opened();
        assertThat(tree.isDoubtful()).isTrue();
        all(SITE);
        assertThat(Files.readString(home)).contains("home");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aChangeThatACrashInterruptedIsFinished() throws IOException {
        all(SITE);
        Path stage = Files.createDirectories(root.resolve(".stage/5200000001"));
        Files.writeString(stage.resolve("0"), "new");
        Files.writeString(
                stage.resolve("renames"),
                "0 www/sites/5200000001/index.html\n- www/sites/5200000001/articles/1.html\n");
        Files.writeString(
                Files.createDirectories(root.resolve(".stage/5201000001")).resolve("0"), "not begun");
        opened();
        assertThat(read("sites/5200000001/index.html")).isEqualTo("new");
        assertThat(there("sites/5200000001/articles/1.html")).isFalse();
        assertThat(root.resolve(".stage")).isEmptyDirectory();
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/tree.key"))))
                .isEqualTo("rw-------");
    }
}
