package org.jutong.sitegroup.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.Refusals.refusal;
import static org.jutong.sitegroup.internal.importing.Importing.CITY;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;
import static org.jutong.sitegroup.internal.importing.Importing.PROVINCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Follower;
import org.jutong.sitegroup.internal.files.SampleFiles;
import org.jutong.sitegroup.internal.importing.ImportRequest;
import org.jutong.sitegroup.internal.importing.Importing;
import org.jutong.sitegroup.internal.store.FilingRows;
import org.jutong.sitegroup.internal.store.HostRows;
import org.jutong.sitegroup.internal.store.HostRows.Host;

/** From one platform to another that has the other database, and back. */
@ParameterizedClass
@EnumSource
class SitePackagesTest {

    @Parameter
    Database database;

    @TempDir
    Path folder;

    private Packaging from;
    private Packaging to;

    @BeforeEach
    void open() {
        from = new Packaging(database, folder);
        to = new Packaging(database == Database.DERBY ? Database.POSTGRESQL : Database.DERBY, folder);
        from.fill();
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void theContentIsTheSameByteForByteOnAnotherPlatform() throws IOException {
        byte[] exported = from.export();
        assertThat(from.export()).isEqualTo(exported);
        assertThat(Packaging.text(exported, Entries.ARTICLES))
                .contains(
                        "/package/articles/",
                        "\"writtenBy\":\"operator\"",
                        "\"from\":\"5201000001\"",
                        "\"documentNumber\":\"黔府发〔2017〕1号\"")
                .doesNotContain("/sites/");

        assertThat(Packaging.text(exported, Entries.COLUMNS)).contains("\"renamed\":true", "\"key\":\"tea\"");

        // numbers on the other platform are others
        to.platform.articles.write(OPERATOR, CITY, new Draft("别的网站", "来源", "", "<p>文</p>", "news", Optional.empty()));
        Follower follower = new Follower(to.platform.store);
        Task stored = to.restore(exported);
        follower.follow();
        assertThat(follower.copy()).isNotEmpty().isEqualTo(follower.truth());
        assertThat(stored.state()).as(stored.words().orElse("")).isEqualTo(Task.State.DONE);
        assertThat(to.export()).isEqualTo(exported);

        assertThat(to.platform.reading.latest(PROVINCE, "notices", 0, 10))
                .extracting(Entry::title, Entry::published)
                .isEqualTo(from.platform.reading.latest(PROVINCE, "notices", 0, 10).stream()
                        .map(each -> org.assertj.core.groups.Tuple.tuple(each.title(), each.published()))
                        .toList());
        String address = to.platform.addresses.find(PROVINCE, "hy/a.html").orElseThrow();
        long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        assertThat(to.platform.articles.get(OPERATOR, id).body())
                .contains(to.platform.addresses.find(PROVINCE, "files/a.pdf").orElseThrow());
        assertThat(new FilingRows(to.platform.store).find(PROVINCE)).isEqualTo(Packaging.FILING);
        assertThat(new HostRows(to.platform.store).all())
                .containsExactly(
                        new Host("a.gz.gov.cn", PROVINCE, false),
                        new Host("gz.gov.cn", PROVINCE, false),
                        new Host("www.gz.gov.cn", PROVINCE, true));
        Article received = to.platform.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10).stream()
                .filter(each -> each.title().equals("推送来的"))
                .findFirst()
                .orElseThrow();
        assertThat(received.body()).containsPattern("src=\"/sites/5200000001/files/\\d+/");
        assertThat(received.column()).isEqualTo("notices");
        assertThat(to.platform.recorded)
                .filteredOn(event -> event.action() == Action.SITE_IMPORT)
                .hasSize(2);
        assertThat(refusal(() -> to.restore(exported))).isEqualTo("site_has_content");
    }

    @Test
    void filesOfArticlesComeAlongAndStayTheArticles() throws IOException {
        Article article = from.write("有图", "<p>图</p>", Optional.empty());
        from.attach(article, "图.jpg", SampleFiles.photograph(700, 500));
        from.platform.desk.publish(OPERATOR, article.id());
        byte[] exported = from.export();
        assertThat(Packaging.text(exported, Entries.FILES)).contains("\"article\":");
        assertThat(to.restore(exported).state()).isEqualTo(Task.State.DONE);

        Article there = to.platform.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 20).stream()
                .filter(each -> each.title().equals("有图"))
                .findFirst()
                .orElseThrow();
        ArticleFile picture = to.platform.desk.files.shown(there).get(0);
        assertThat(picture.smaller()).containsExactly(480);
        assertThat(to.platform.desk.files.onSite(PROVINCE, picture.name())).contains(picture.file());
        assertThat(to.export()).isEqualTo(exported);
        to.platform.articles.withdraw(OPERATOR, there.id(), "有误");
        assertThat(to.platform.desk.files.onSite(PROVINCE, picture.name())).isEmpty();
    }

    @Test
    void whatWasImportedBeforeIsStillKnownAfterwards() {
        to.restore(from.export());
        Task again = to.platform.run(new ImportRequest(null, "site", Importing.MAPPING, false));
        assertThat(to.platform.outcomes(again).values()).doesNotContain("imported", "updated");
    }

    @Test
    void aVersionOfAnOperatorComesAlongOrTheRefusalSaysSo() throws IOException {
        from.ownStandard("2026.2.7");
        byte[] exported = from.export();
        assertThat(to.restoreByOwner(exported).code()).contains("standard_unknown_here");
        assertThat(to.standards.all().find("2026.2.7")).isEmpty();
        byte[] alone = Packaging.honest(exported, Entries.STANDARD, text -> "");
        assertThat(to.restore(alone).code()).contains("standard_unknown_here");
        byte[] unreadable = Packaging.honest(exported, Entries.STANDARD, text -> "{}");
        assertThat(to.restore(unreadable).code()).isPresent();
        nothingIsStored();

        Task stored = to.restore(exported);
        assertThat(stored.state()).as(stored.words().orElse("")).isEqualTo(Task.State.DONE);
        assertThat(to.standards.all().find("2026.2.7")).isPresent();
        assertThat(to.platform.recorded).extracting(event -> event.action()).contains(Action.STANDARD_CHANGE);
        assertThat(to.export()).isEqualTo(exported);
    }

    @Test
    void aVersionThatIsAnotherOneHereIsRefused() throws IOException {
        from.ownStandard("2026.2.7");
        byte[] exported = from.export();
        to.ownStandard("2026.2.7");
        byte[] other = Packaging.honest(exported, Entries.STANDARD, text -> text + " ");
        assertThat(to.restore(other).code()).contains("standard_differs_here");
        nothingIsStored();
        assertThat(to.restore(exported).state()).isEqualTo(Task.State.DONE);
    }

    @Test
    void whatIsNotWholeOrNotTrueIsRefusedAndNothingIsStored() throws IOException {
        byte[] exported = from.export();
        refused("package_broken", Arrays.copyOf(exported, exported.length / 2));
        refused("package_checksum_wrong", Packaging.with(exported, Entries.ARTICLES, text -> text.replace("草稿", "假稿")));
        refused(
                "package_version_unknown",
                Packaging.with(exported, Entries.MANIFEST, text -> text.replace("\"version\":2", "\"version\":3")));
        refused("package_broken", Packaging.without(exported, Entries.COLUMNS));
        refused("package_entry_unknown", Packaging.added(exported, "../../etc/cron.d/x", new byte[] {1}));
        refused("package_entry_unknown", Packaging.added(exported, "files/link", "/etc/passwd".getBytes()));
        refused("archive_bomb", Packaging.added(exported, "files/" + "0".repeat(64), new byte[8 << 20]));
        refused("package_broken", Packaging.honest(exported, Entries.COLUMNS, text -> text + "{"));
        refused("icp_invalid", Packaging.honest(exported, Entries.FILING, text -> text.replace("黔ICP备05000001号", "无")));
        refused("host_invalid", Packaging.honest(exported, Entries.HOSTS, text -> text.replace("www.gz", "-")));
        refused(
                "package_of_another_site",
                Packaging.honest(exported, Entries.SITE, text -> text.replace("5200000001", "5200000002")));
        refused(
                "package_of_another_kind",
                Packaging.honest(exported, Entries.SITE, text -> text.replace("\"portal\"", "\"department\"")));
        refused(
                "package_of_another_kind",
                Packaging.honest(exported, Entries.SITE, text -> text.replace("\"province\"", "\"county\"")));
        new HostRows(to.platform.store).set(CITY, Optional.of("gz.gov.cn"), List.of());
        assertThat(to.restore(exported).code()).contains("host_taken");
        new HostRows(to.platform.store).set(CITY, Optional.empty(), List.of());
        nothingIsStored();
        assertThat(to.restore(exported).state()).isEqualTo(Task.State.DONE);
    }

    private void refused(String code, byte[] content) {
        assertThat(to.restore(content).code()).contains(code);
    }

    private void nothingIsStored() {
        assertThat(to.platform.reading.count(PROVINCE, "notices")).isZero();
        assertThat(to.platform.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10))
                .isEmpty();
        assertThat(to.platform.addresses.find(PROVINCE, "hy/a.html")).isEmpty();
        assertThat(new FilingRows(to.platform.store).find(PROVINCE).icp()).isEmpty();
        assertThat(new HostRows(to.platform.store).all()).isEmpty();
    }
}
