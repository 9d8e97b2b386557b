package org.jutong.sitegroup.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.columns.lint.Finding;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;

class PublishingTest {

    private static final Document RIGHT = document("国办发〔2017〕47号", "000014349/2017-00110", "综合政务\\电子政务");

    private static Document document(String number, String index, String subject) {
        return new Document(Optional.ofNullable(number), Optional.ofNullable(index), Optional.ofNullable(subject));
    }

    private static Draft draft(Document document) {
        return new Draft("关于印发办法的通知", "贵州省人民政府办公厅", "", "<p>正文</p>", "notices", Optional.empty(), document);
    }

    private static Article written(ColumnsGroup group, SiteCode site, Document document) {
        return group.articles.write(OPERATOR, site, draft(document));
    }

    private static Problem refused(ThrowingCallable call) {
        Problem problem = catchThrowableOfType(Problem.class, call);
        assertThat(problem.code()).isEqualTo("lint_failed");
        return problem;
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentThatIsFiledRightIsPublishedAndKeepsItsFacts(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            Article published =
                    group.desk.publish(OPERATOR, written(group, PROVINCE, RIGHT).id());
            assertThat(published.document()).isEqualTo(RIGHT);
            assertThat(group.checks.of(published)).isEmpty();
            assertThat(group.articles.get(OPERATOR, published.id()).document()).isEqualTo(RIGHT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksARuleIsNotPublishedAndEachRuleIsNamed(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            Article wrong = written(group, PROVINCE, document("国办发[2017]047号", "14349-2017", "电子政务x"));
            Problem problem = refused(() -> group.desk.publish(OPERATOR, wrong.id()));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.faults())
                    .extracting(Problem.Fault::code, Problem.Fault::text, Problem.Fault::field)
                    .containsExactly(
                            tuple("document-number", "lint.document-number", "document-number"),
                            tuple("index-number", "lint.index-number", "index-number"),
                            tuple("subject-class", "lint.subject-class", "subject-class"));
            assertThat(problem.faults()).allMatch(f -> !f.source().isBlank());
            assertThat(group.articles.get(OPERATOR, wrong.id())).isEqualTo(wrong);
            assertThat(group.reading.latest(PROVINCE, "notices", 0, 10)).isEmpty();
            assertThat(group.recorded).noneMatch(e -> e.action().name().equals("ARTICLE_PUBLISH"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPublishedArticleIsNotChangedIntoAWrongOne(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            Article published =
                    group.desk.publish(OPERATOR, written(group, PROVINCE, RIGHT).id());
            Article wrong = group.articles.revise(
                    OPERATOR, published.id(), published.version(), draft(document("贵府发2017第1号", null, null)));
            refused(() -> group.desk.publish(OPERATOR, published.id()));
            assertThat(group.articles.get(OPERATOR, published.id())).isEqualTo(wrong);
            assertThat(group.reading
                            .article(PROVINCE, published.id())
                            .orElseThrow()
                            .article()
                            .document())
                    .isEqualTo(RIGHT);
            Article draft = written(group, PROVINCE, Document.NONE);
            assertThat(group.articles
                            .revise(OPERATOR, draft.id(), draft.version(), draft(document("贵府发2017第1号", null, null)))
                            .document()
                            .number())
                    .contains("贵府发2017第1号");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnlyDoubtfulGoesThroughAndIsSaid(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            group.desk.publish(OPERATOR, written(group, PROVINCE, RIGHT).id());
            Article imported = group.desk.publish(
                    OPERATOR, written(group, CITY, Document.NONE).id());
            group.store.change(em -> em.createQuery("UPDATE Article a SET a.indexNumber = :number WHERE a.id = :id")
                    .setParameter("number", "000014349/2017-00110")
                    .setParameter("id", imported.id())
                    .executeUpdate());
            Article twice = group.articles.get(OPERATOR, imported.id());
            Article unsure = group.desk.publish(
                    OPERATOR,
                    written(group, CITY, document(null, "000014348/2017-00110", null))
                            .id());
            assertThat(group.checks.of(twice)).extracting(f -> f.rule().id()).containsExactly("index-number-twice");
            assertThat(group.checks.of(twice).get(0).arguments().get(1)).startsWith("/sites/5200000001/articles/");
            assertThat(group.checks.of(unsure)).extracting(Finding::blocks).containsExactly(false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anArticleIsPushedOnlyWhileItFollowsTheRules(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            Article published = group.desk.publish(
                    OPERATOR, written(group, PROVINCE, Document.NONE).id());
            group.store.change(em -> em.createQuery("UPDATE Article a SET a.documentNumber = :number WHERE a.id = :id")
                    .setParameter("number", "国办发[2017]47号")
                    .setParameter("id", published.id())
                    .executeUpdate());
            refused(() -> group.pushes.push(OPERATOR, published.id(), CITY, Optional.empty(), Optional.empty()));
            assertThat(group.reading.latest(CITY, "notices", 0, 10)).isEmpty();
        }
    }
}
