package org.jutong.sitegroup.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.importing.Importing.MAPPING;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;
import static org.jutong.sitegroup.internal.importing.Importing.PROVINCE;
import static org.jutong.sitegroup.internal.importing.Importing.page;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Follower;

@ParameterizedClass
@EnumSource
class SiteImportTest {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj".getBytes();

    @Parameter
    Database database;

    @TempDir
    Path folder;

    private Importing old;

    @BeforeEach
    void open() {
        old = new Importing(database, folder);
        old.write("site/index.html", "<html>首页</html>");
        old.write(
                "site/hy/a.html",
                page(
                        "常务会议",
                        "2017-07-20 08:30",
                        "<div>见<a href='../tz/b.html#three'>通知</a></div>"
                                + "<p><a href='/files/报告 一.pdf'>附件</a><a href='../../../etc/passwd'>外</a>"
                                + "<a href='gone.html'>无</a><a href='https://www.gov.cn/'>国</a></p>"));
        old.write(
                "site/tz/b.html",
                page("关于开展检查的通知", "2017年7月19日 9:05", "<p>正文<script>alert(1)</script><b>未闭合</p>")
                        .replace("charset=utf-8", "charset=gb2312")
                        .getBytes(Importing.GBK));
        old.write(
                "site/tz/c.html",
                page("回来", "2017/7/18 10:00", "<p><a href=../hy/a.html>会议</a></p>")
                        .replace("<meta charset=utf-8>", "")
                        .getBytes(Importing.GBK));
        old.write("site/tz/d.html", page("", "2017-07-18", "<p>无题</p>"));
        old.write("site/tz/e.html", page("没有时间", "昨天", "<p>文</p>"));
        old.write("site/tz/f.html", page("回来", "2017/7/18 10:00", "<p><a href=../hy/a.html>会议</a></p>"));
        old.write("site/other/g.html", page("无栏目", "2017-07-18", "<p>文</p>"));
        old.write("site/files/报告 一.pdf", PDF);
    }

    @AfterEach
    void close() {
        old.close();
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNothing() {
        Task task = old.folder(MAPPING, true);
        assertThat(task.state()).isEqualTo(Task.State.DONE);
        assertThat(task.words()).hasValueSatisfying(words -> assertThat(words).contains("将导入 3 页"));
        assertThat(old.outcomes(task))
                .containsEntry("hy/a.html", "would-import links_left_out")
                .containsEntry("tz/b.html", "would-import")
                .containsEntry("tz/c.html", "would-import")
                .containsEntry("tz/d.html", "skipped title_missing")
                .containsEntry("tz/e.html", "skipped time_not_understood")
                .containsEntry("tz/f.html", "skipped page_twice")
                .containsEntry("other/g.html", "skipped page_without_column")
                .containsEntry("index.html", "skipped page_left_out");
        assertThat(old.reading.count(PROVINCE, "meetings")).isZero();
        assertThat(old.addresses.find(PROVINCE, "tz/b.html")).isEmpty();
    }

    @Test
    void pagesBecomePublishedArticlesWithTheirFilesLinksAndOldAddresses() {
        Follower follower = new Follower(old.store);
        Task task = old.folder(MAPPING, false);
        assertThat(task.state()).isEqualTo(Task.State.DONE);
        follower.follow();
        assertThat(follower.copy()).hasSize(3).isEqualTo(follower.truth());
        assertThat(old.reading.latest(PROVINCE, "notices", 0, 10))
                .extracting(Entry::title)
                .containsExactly("关于开展检查的通知", "回来");
        Article a = old.articles.get(OPERATOR, old.article("/hy/a.html"));
        assertThat(a.title()).isEqualTo("常务会议");
        assertThat(a.source()).isEqualTo("省政府办公厅");
        assertThat(a.published()).contains(Instant.parse("2017-07-20T00:30:00Z"));
        String file = old.addresses
                .find(PROVINCE, "files/%E6%8A%A5%E5%91%8A%20%E4%B8%80.pdf")
                .orElseThrow();
        assertThat(a.body())
                .contains("href=\"/sites/5200000001/articles/" + old.article("tz/b.html") + "#three\"")
                .contains("href=\"" + file + "\"")
                .contains("https://www.gov.cn/")
                .contains("无")
                .doesNotContain("passwd", "imported", "gone.html", "分享", "<div");
        Article b = old.articles.get(OPERATOR, old.article("tz/b.html"));
        assertThat(b.body()).contains("正文").contains("未闭合").doesNotContain("alert");
        assertThat(old.articles.get(OPERATOR, old.article("tz/c.html")).body()).contains("/articles/" + a.id());
        assertThat(old.article("tz/f.html")).isEqualTo(old.article("tz/c.html"));
        long id = Long.parseLong(file.split("/")[4]);
        assertThat(old.addresses.file(PROVINCE, id))
                .hasValueSatisfying(kept -> assertThat(kept)
                        .extracting(StoredFile::name, StoredFile::type)
                        .containsExactly("报告 一.pdf", "application/pdf"));
        assertThat(old.recorded)
                .filteredOn(event -> event.action() == Action.SITE_IMPORT)
                .hasSize(2);
        assertThat(old.changed).contains(PROVINCE);
    }

    @Test
    void aSecondRunChangesNothingAndAThirdOnlyWhatChanged() {
        old.folder(MAPPING, false);
        Article a = old.articles.get(OPERATOR, old.article("hy/a.html"));
        Task again = old.folder(MAPPING, false);
        assertThat(old.outcomes(again).values()).doesNotContain("imported", "updated");
        assertThat(old.articles.get(OPERATOR, a.id())).isEqualTo(a);

        old.write("site/tz/b.html", page("更正的通知", "2017-07-19", "<p>更正</p>"));
        old.articles.revise(
                OPERATOR, a.id(), a.version(), new Draft("改过", "来源", "", "<p>改过</p>", "meetings", a.published()));
        old.write("site/hy/a.html", page("旧站也改", "2017-07-19", "<p>改</p>"));
        Task third = old.folder(MAPPING, false);
        assertThat(old.outcomes(third))
                .containsEntry("tz/b.html", "updated")
                .containsEntry("tz/c.html", "unchanged")
                .containsEntry("hy/a.html", "skipped changed_since_import");
        assertThat(old.articles.get(OPERATOR, a.id()).title()).isEqualTo("改过");
        assertThat(old.reading.latest(PROVINCE, "notices", 0, 10))
                .extracting(Entry::title)
                .contains("更正的通知");
    }

    @Test
    void anImportThatWasBrokenOffGoesOnWhereItStopped() {
        for (int i = 0; i < 150; i++) {
            old.write("site/tz/m" + (1000 + i) + ".html", page("第" + i, "2017-07-19", "<p>文" + i + "</p>"));
        }
        old.failAfter(1);
        Task broken = old.folder(MAPPING, false);
        assertThat(broken.state()).isEqualTo(Task.State.FAILED);
        assertThat(broken.done()).isPositive();
        old.tasks.resume(OPERATOR, broken.id());
        old.runAll(List.of(old.work()));
        Task whole = old.tasks.get(OPERATOR, broken.id());
        assertThat(whole.state()).isEqualTo(Task.State.DONE);
        assertThat(old.outcomes(whole)).hasSize(158);
        assertThat(old.lines(whole)).hasSize(158);
        assertThat(old.reading.count(PROVINCE, "notices")).isEqualTo(152);
    }

    @Test
    void aMappingThatFindsNothingIsRefusedBeforeAnythingIsWritten() {
        Map<String, Object> wrong = new java.util.HashMap<>(MAPPING);
        wrong.put("title", "h7.none");
        Task task = old.folder(wrong, false);
        assertThat(task.state()).isEqualTo(Task.State.FAILED);
        assertThat(task.code()).contains("mapping_matches_nothing");
        assertThat(task.words()).hasValueSatisfying(words -> assertThat(words).contains("h7.none"));
        assertThat(old.lines(task)).isEmpty();
    }
}
