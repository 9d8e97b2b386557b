package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ArticlesTest.refusal;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.READER;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.internal.files.SampleFiles;
import org.jutong.sitegroup.internal.files.StoredArticleFiles;
import org.jutong.sitegroup.internal.store.FileRows;

@ParameterizedClass
@EnumSource
class ArticleFilesTest {

    @Parameter
    Database database;

    private SiteGroup group;
    private StoredArticleFiles files;
    private Article article;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
        files = group.desk.files;
        article = group.articles.write(OPERATOR, PROVINCE, SiteGroup.draft("有附件"));
        group.recorded.clear();
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aFileIsPublicWhereAndWhileAPublicTextLeadsToIt() {
        ArticleFile pdf = add("通知.pdf", SampleFiles.pdf());
        ArticleFile picture = add("图.png", SampleFiles.picture("png", 600, 300));
        says(link(pdf) + "<p><img src=\"" + picture.on(PROVINCE) + "\" alt=\"图\" /></p>");
        assertThat(files.onSite(PROVINCE, pdf.name())).isEmpty();

        group.desk.publish(OPERATOR, article.id());
        assertThat(files.onSite(PROVINCE, pdf.name())).contains(pdf.file());
        assertThat(files.onSite(PROVINCE, ArticleFile.narrower(picture.name(), 480)))
                .hasValueSatisfying(small -> assertThat(small.size()).isPositive());
        assertThat(files.onSite(PROVINCE, ArticleFile.narrower(picture.name(), 960)))
                .isEmpty();
        assertThat(files.onSite(CITY, pdf.name())).isEmpty();
        assertThat(files.shown(now())).extracting(ArticleFile::name).containsExactly(pdf.name(), picture.name());

        group.pushes.push(OPERATOR, article.id(), CITY, Optional.empty(), Optional.empty());
        assertThat(files.onSite(DISTRICT, pdf.name())).contains(pdf.file());

        group.articles.withdraw(OPERATOR, article.id(), "有误");
        assertThat(files.onSite(PROVINCE, pdf.name())).isEmpty();
        assertThat(files.onSite(DISTRICT, pdf.name())).isEmpty();
    }

    @Test
    void whatOnlyACorrectionUnderWayLeadsToIsNotPublicYet() {
        ArticleFile old = add("旧.pdf", SampleFiles.pdf());
        ArticleFile corrected = add("新.pdf", SampleFiles.joined(SampleFiles.pdf(), new byte[] {'\n'}));
        says(link(old));
        group.desk.publish(OPERATOR, article.id());
        says(link(corrected));
        assertThat(files.onSite(PROVINCE, corrected.name())).isEmpty();
        assertThat(files.onSite(PROVINCE, old.name())).contains(old.file());

        group.desk.publish(OPERATOR, article.id());
        assertThat(files.onSite(PROVINCE, corrected.name())).contains(corrected.file());
        assertThat(files.onSite(PROVINCE, old.name())).isEmpty();
    }

    @Test
    void whatATextUsesIsNotRemovedAndWhatNoneUsesIsGoneForGood() {
        ArticleFile picture = add("图.jpg", SampleFiles.picture("jpeg", 600, 300));
        says(link(picture));
        assertThat(refusal(() -> files.remove(OPERATOR, article.id(), picture.name())))
                .isEqualTo("file_in_text");
        says("<p>无</p>");
        files.remove(OPERATOR, article.id(), picture.name());
        assertThat(files.of(OPERATOR, article.id())).isEmpty();
        assertThat(refusal(() -> files.remove(OPERATOR, article.id(), picture.name())))
                .isEqualTo("file_not_found");
        FileRows rows = new FileRows(group.database.store());
        assertThat(rows.removeUnused(SiteGroup.NOW.plus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(rows.find(picture.file().id())).isEmpty();
    }

    @Test
    void equalContentsAreStoredOnceUnderNamesOfTheirOwn() {
        ArticleFile one = add("一.pdf", SampleFiles.pdf());
        ArticleFile same = add("二.pdf", SampleFiles.pdf());
        assertThat(same.file().sha256()).isEqualTo(one.file().sha256());
        assertThat(same.name()).isNotEqualTo(one.name());
        assertThat(files.of(OPERATOR, article.id())).containsExactly(one, same);
        assertThat(group.recorded)
                .contains(Event.done(Action.FILE_KEEP, OPERATOR, "article:" + article.id())
                        .on(PROVINCE)
                        .saying(one.file().sha256()));
    }

    @Test
    void onlyWhoWorksOnTheArticleGetsAtItsFiles() {
        ArticleFile pdf = add("通知.pdf", SampleFiles.pdf());
        Article other = group.articles.write(OPERATOR, PROVINCE, SiteGroup.draft("另一篇"));
        assertThat(refusal(() -> files.of(READER, article.id()))).isEqualTo("article_not_found");
        assertThat(refusal(() -> files.get(READER, article.id(), pdf.name()))).isEqualTo("article_not_found");
        assertThat(refusal(() -> files.add(READER, article.id(), "a.pdf", stream(SampleFiles.pdf()))))
                .isEqualTo("article_not_found");
        assertThat(refusal(() -> files.add(Desk.REVIEWERS.get(0), article.id(), "a.pdf", stream(SampleFiles.pdf()))))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> files.get(OPERATOR, other.id(), pdf.name()))).isEqualTo("file_not_found");
        assertThat(files.get(OPERATOR, article.id(), pdf.name())).isEqualTo(pdf.file());
    }

    @Test
    void nothingIsStoredOfWhatIsRefused() {
        assertThat(refusal(() -> add("图.png", SampleFiles.pdf()))).isEqualTo("file_content_contradicts_name");
        assertThat(refusal(() -> add("空.pdf", new byte[0]))).isEqualTo("file_empty");
        assertThat(refusal(() -> add("大.pdf", new byte[(20 << 20) + 1]))).isEqualTo("file_too_large");
        group.refuseToRecord = true;
        assertThat(refusal(() -> add("通知.pdf", SampleFiles.pdf()))).isEqualTo("audit_unavailable");
        assertThat(files.of(OPERATOR, article.id())).isEmpty();
    }

    @Test
    void wordsAreKeptOnceForAContentAndGoWithIt() {
        ArticleFile first = add("通知.pdf", SampleFiles.pdf());
        assertThat(files.words(first.file())).isEmpty();
        files.keepWords(first.file(), "通知的文字");
        files.keepWords(first.file(), "别的");
        assertThat(files.words(add("同样的.pdf", SampleFiles.pdf()).file())).contains("通知的文字");
        ArticleFile scan = add("扫描.pdf", SampleFiles.joined(SampleFiles.bytes("%PDF-1.4 "), SampleFiles.pdf()));
        files.keepWords(scan.file(), "");
        assertThat(files.words(scan.file())).contains("");

        files.remove(OPERATOR, article.id(), scan.name());
        new FileRows(group.database.store()).removeUnused(SiteGroup.NOW.plus(Duration.ofDays(1)));
        assertThat(files.words(scan.file())).isEmpty();
        files.keepWords(scan.file(), "无处可存");
        assertThat(files.words(scan.file())).isEmpty();
    }

    private ArticleFile add(String name, byte[] content) {
        return files.add(OPERATOR, article.id(), name, stream(content));
    }

    private static ByteArrayInputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static String link(ArticleFile file) {
        return "<p><a href=\"" + file.on(PROVINCE) + "\">附件</a></p>";
    }

    private void says(String body) {
        Article seen = now();
        group.articles.revise(
                OPERATOR, seen.id(), seen.version(), Draft.of(seen).withBody(body));
    }

    private Article now() {
        return group.articles.get(OPERATOR, article.id());
    }
}
