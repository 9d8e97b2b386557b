package org.jutong.sitegroup.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.Refusals.refusal;
import static org.jutong.sitegroup.internal.importing.Importing.CITY;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;
import static org.jutong.sitegroup.internal.importing.Importing.PROVINCE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.audit.Action;
import org.jutong.plugin.Actor;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.files.StoredFiles;

/** Packages that somebody made by hand: sums that are right, and contents that no platform would write. */
class BadPackagesTest {

    private static final String NOBODY = "0".repeat(64);

    @TempDir
    Path folder;

    private Packaging from;
    private Packaging to;
    private byte[] exported;

    @BeforeEach
    void open() {
        from = new Packaging(Database.DERBY, folder);
        to = new Packaging(Database.DERBY, folder);
        from.fill();
        exported = from.export();
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void whatContradictsItselfIsRefusedAndNothingIsStored() throws IOException {
        broken(Entries.COLUMNS, text -> "");
        broken(Entries.COLUMNS, text -> text + text.substring(0, text.indexOf('\n') + 1));
        broken(Entries.COLUMNS, text -> text.replace("\"parent\":\"news\"", "\"parent\":\"nowhere\""));
        broken(Entries.COLUMNS, text -> text.replace("\"key\":\"tea\"", "\"key\":\"Te a\""));
        broken(Entries.COLUMNS, text -> text.replace("\"clock\":\"P14D\"", "\"clock\":\"14\""));
        broken(Entries.ARTICLES, text -> text.replace("\"column\":\"news\"", "\"column\":\"nowhere\""));
        broken(Entries.ARTICLES, text -> text.replaceAll("\"published\":\"[^\"]+\",", ""));
        broken(Entries.ARTICLES, text -> text.replaceAll("\"published\":\"[^\"]+\"", "\"published\":\"gestern\""));
        broken(Entries.ARTICLES, text -> text.replaceFirst("/package/articles/\\d+", "/package/articles/0"));
        broken(Entries.ARTICLES, text -> text.replaceFirst("/package/articles/\\d+", "/package/articles/9999"));
        broken(Entries.ARTICLES, text -> text.replaceFirst("/package/files/\\d+", "/package/files/9999"));
        broken(Entries.ARTICLES, text -> text.replaceFirst("\"state\":\"DRAFT\"", "\"state\":\"SECRET\""));
        broken(Entries.FILES, text -> text.replaceFirst("\"article\":\\d+", "\"article\":0"));
        broken(Entries.FILES, text -> text.replaceFirst("\"article\":\\d+", "\"article\":9999"));
        broken(Entries.ADDRESSES, text -> text.replaceFirst("\"article\":\\d+", "\"article\":0"));
        broken(Entries.ADDRESSES, text -> text.replaceFirst("\"article\":\\d+", "\"article\":9999"));
        broken(Entries.ADDRESSES, text -> text.replaceFirst("\"path\":\"", "\"path\":\"" + "x".repeat(400)));
        broken(Entries.SITE, text -> text.replaceAll("\"colour\":\"\\w+\"", "\"colour\":\"green\""));
        broken(Entries.SITE, text -> text.replaceAll("\"standard\":\"[^\"]+\"", "\"standard\":\"../x\""));
        broken(Entries.SITE, text -> text + text);
        broken(Entries.HOSTS, text -> text.replaceFirst("\"main\":false", "\"main\":true"));
        broken(Entries.FILING, text -> text.replace("2017-06-01", "1.6.2017"));
        refused("title_missing", Packaging.honest(exported, Entries.ARTICLES, text -> text.replace("\"草稿\"", "\" \"")));
        assertThat(to.platform.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10))
                .isEmpty();
        assertThat(to.restore(exported).state()).isEqualTo(Task.State.DONE);
    }

    private void broken(String entry, UnaryOperator<String> change) throws IOException {
        byte[] changed = Packaging.honest(exported, entry, change);
        assertThat(Packaging.text(changed, entry)).as("what is changed").isNotEqualTo(Packaging.text(exported, entry));
        refused("package_broken", changed);
    }

    private void refused(String code, byte[] content) {
        assertThat(to.restore(content).code()).contains(code);
    }

    @Test
    void aFileThatABrowserWouldRunOrThatIsAnotherOneIsRefused() throws IOException {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        refused("file_type_not_allowed", file(StoredFiles.sha256(page), page));
        refused("package_broken", file(NOBODY, "GIF89a2".getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] file(String sha256, byte[] content) throws IOException {
        return Packaging.honest(
                Packaging.added(exported, Entries.CONTENT + sha256, content),
                Entries.FILES,
                text -> text + "{\"name\":\"a.gif\",\"path\":\"x/a.gif\",\"sha256\":\"" + sha256
                        + "\",\"size\":7,\"type\":\"image/gif\"}\n");
    }

    @Test
    void aManifestThatNamesTooMuchOrTooLittleIsRefused() throws IOException {
        refused(
                "package_entry_unknown",
                Packaging.with(
                        exported, Entries.MANIFEST, text -> text.replaceFirst("\\{\"name\":\"files/[^}]*},?", "")));
        refused(
                "package_broken",
                Packaging.with(
                        exported,
                        Entries.MANIFEST,
                        text -> text.replaceFirst("(\\{\"name\":\"site\\.json\"[^}]*})", "$1,$1")));
        refused(
                "package_version_unknown",
                Packaging.with(exported, Entries.MANIFEST, text -> text.replace(Entries.FORMAT, "another-package")));
    }

    @Test
    void theTextOfAnArticleIsCleanedAsIfSomebodyHadTypedIt() throws IOException {
        String script = "<p onclick='x()'>未发布</p><script>alert(1)</script><a href='javascript:x()'>x</a>";
        assertThat(to.restore(Packaging.honest(exported, Entries.ARTICLES, text -> text.replace("<p>未发布</p>", script)))
                        .state())
                .isEqualTo(Task.State.DONE);
        Article draft = to.platform.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10).stream()
                .filter(each -> each.title().equals("草稿"))
                .findFirst()
                .orElseThrow();
        assertThat(draft.body()).contains("未发布").doesNotContain("onclick", "script", "alert");
    }

    @Test
    void whatTheSiteUsedIsListedToBeOrdered() throws IOException {
        Task stored = to.restore(Packaging.honest(
                exported, Entries.ENROLMENTS, text -> text + "{\"plan\":\"basic\",\"plugin\":\"interaction\"}\n"));
        assertThat(to.platform.tasks.lines(OPERATOR, stored.id(), 0, 10, Optional.of("to-order")))
                .extracting(Task.Line::item, Task.Line::words)
                .containsExactly(tuple("interaction", "basic"));
    }

    @Test
    void onlyOneOfTwoPackagesGoesIntoAnEmptySite() {
        Archive archive =
                to.platform.archives.handIn(OPERATOR, PROVINCE, "site.zip", new ByteArrayInputStream(exported));
        long first = to.packages().restore(OPERATOR, PROVINCE, archive.id()).id();
        long second = to.packages().restore(OPERATOR, PROVINCE, archive.id()).id();
        to.work();
        assertThat(List.of(to.platform.tasks.get(OPERATOR, first), to.platform.tasks.get(OPERATOR, second)))
                .extracting(Task::code)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of("site_has_content"));
        assertThat(to.export()).isEqualTo(exported);
    }

    @Test
    void whoDoesNotManageTheSiteMakesAndStoresNone() {
        Archive archive =
                to.platform.archives.handIn(OPERATOR, PROVINCE, "site.zip", new ByteArrayInputStream(exported));
        Actor city = new Actor("office." + CITY, "市");
        assertThat(refusal(() -> from.packages().export(city, PROVINCE))).isEqualTo("forbidden");
        assertThat(refusal(() -> to.packages().restore(city, PROVINCE, archive.id())))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> to.packages().restore(OPERATOR, CITY, archive.id())))
                .isEqualTo("archive_not_found");
        assertThat(from.platform.recorded)
                .filteredOn(event -> event.action() == Action.SITE_EXPORT)
                .hasSize(2);
    }

    @Test
    void moreArticlesThanAreStoredAtATimeKeepTheirPlaces() throws IOException {
        Article first = from.write("第一篇", "<p>一</p>", Optional.empty());
        for (int i = 0; i < 450; i++) {
            from.write(
                    "第 " + i + " 篇",
                    "<p><a href=\"/sites/5200000001/articles/" + (first.id() + i) + "\">前一篇</a></p>",
                    Optional.empty());
        }
        byte[] many = from.export();
        assertThat(Packaging.text(many, Entries.ARTICLES)).doesNotContain("/sites/5200000001/articles/");
        assertThat(to.restore(many).state()).isEqualTo(Task.State.DONE);
        // a place that is left in a text would come out of the next package as it went in
        assertThat(to.platform.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 1_000))
                .hasSizeGreaterThan(450)
                .noneMatch(each -> each.body().contains("/package/"));
        assertThat(to.export()).isEqualTo(many);
    }
}
