package org.jutong.sitegroup.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.DISTRICT;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.ArticleJournal.Change;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.OfficialDocuments.Force;
import org.jutong.sitegroup.OfficialDocuments.Related;
import org.jutong.sitegroup.OfficialDocuments.Standing;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.StoredJournal;
import org.jutong.sitegroup.internal.review.ArticleRights;
import org.jutong.sitegroup.internal.review.ReviewRoutes;

@ParameterizedClass
@EnumSource
class OfficialDocumentsTest {

    private static final Actor STRANGER = new Actor("stranger", "外人");
    private static final Standing REPEALED = new Standing(Force.REPEALED, LocalDate.of(2017, 6, 1), "黔府发〔2017〕3号");

    @Parameter
    Database database;

    private ColumnsGroup group;
    private StoredDocuments documents;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        ArticleRights rights = new ArticleRights(group.store, group.sites, new ReviewRoutes(), SiteGroup.AUTHORITY);
        documents = new StoredDocuments(
                group.store, rights, SiteGroup.AUTHORITY, group.recorded::add, group.changed::addAll, group.clock);
    }

    @AfterEach
    void close() {
        group.close();
    }

    private Article document(SiteCode site) {
        Document facts = new Document(Optional.of("黔府发〔2015〕1号"), Optional.empty(), Optional.empty());
        return group.desk.published(
                OPERATOR, site, new Draft("文件", "来源", "", "<p>正文</p>", "notices", Optional.empty(), facts));
    }

    private Article interpretation(SiteCode site) {
        return group.articles.write(
                OPERATOR, site, new Draft("解读", "来源", "", "<p>正文</p>", "notices", Optional.empty()));
    }

    private Facts shown(SiteCode site, long id) {
        return group.reading.article(site, id).orElseThrow().facts();
    }

    private static String refused(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        return problem == null ? "none" : problem.code();
    }

    private List<Long> noted(Runnable work) {
        StoredJournal journal = new StoredJournal(group.store);
        long before = journal.settled();
        work.run();
        return journal.between(before + 1, Long.MAX_VALUE, 100).stream()
                .map(Change::article)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void whetherADocumentIsInForceIsSeenWhereverItIsPlaced() {
        long id = document(PROVINCE).id();
        group.pushes.push(OPERATOR, id, CITY, Optional.empty(), Optional.empty());
        assertThat(shown(DISTRICT, id).standing()).isEmpty();
        group.changed.clear();
        assertThat(noted(() -> documents.stand(OPERATOR, id, Optional.of(REPEALED))))
                .containsExactly(id);
        assertThat(group.changed).contains(PROVINCE, CITY, DISTRICT);
        assertThat(shown(DISTRICT, id).standing()).contains(REPEALED);
        assertThat(group.recorded)
                .contains(Event.done(Action.ARTICLE_STAND, OPERATOR, "article:" + id)
                        .on(PROVINCE)
                        .saying("REPEALED 2017-06-01 黔府发〔2017〕3号"));
        documents.stand(OPERATOR, id, Optional.empty());
        assertThat(shown(DISTRICT, id).standing()).isEmpty();
    }

    @Test
    void aCorrectionLeavesWhatWasSaidOfItsForce() {
        Article article = document(PROVINCE);
        documents.stand(OPERATOR, article.id(), Optional.of(REPEALED));
        Article now = group.articles.get(OPERATOR, article.id());
        group.articles.revise(OPERATOR, now.id(), now.version(), Draft.of(now).withBody("<p>更正</p>"));
        group.desk.publish(OPERATOR, now.id());
        assertThat(shown(PROVINCE, now.id()).standing()).contains(REPEALED);
    }

    @Test
    void documentAndInterpretationLeadToEachOtherWhileReadersSeeBoth() {
        long document = document(PROVINCE).id();
        group.pushes.push(OPERATOR, document, CITY, Optional.empty(), Optional.empty());
        long interpretation = interpretation(CITY).id();
        documents.interpret(OPERATOR, interpretation, List.of(document));
        assertThat(shown(CITY, document).interpretedBy()).isEmpty();
        assertThat(documents.of(OPERATOR, document).interpretedBy())
                .extracting(Related::published)
                .containsExactly(false);
        group.changed.clear();
        assertThat(noted(() -> group.desk.publish(OPERATOR, interpretation))).containsExactly(document, interpretation);
        assertThat(group.changed).as("sites that show the document").contains(PROVINCE, DISTRICT);
        assertThat(shown(DISTRICT, document).interpretedBy())
                .containsExactly(new Related(interpretation, "解读", CITY, true));
        assertThat(shown(CITY, interpretation).interprets())
                .as("where it stands on the site itself, its page there")
                .containsExactly(new Related(document, "文件", CITY, true));
        group.changed.clear();
        assertThat(noted(() -> group.articles.withdraw(OPERATOR, interpretation, "重写")))
                .containsExactly(document, interpretation);
        assertThat(group.changed).contains(PROVINCE, DISTRICT);
        assertThat(shown(DISTRICT, document).interpretedBy()).isEmpty();
    }

    @Test
    void whatItInterpretsIsReplacedAsAWhole() {
        long one = document(PROVINCE).id();
        long other = document(CITY).id();
        long interpretation = interpretation(CITY).id();
        documents.interpret(OPERATOR, interpretation, List.of(one));
        assertThat(noted(() -> documents.interpret(OPERATOR, interpretation, List.of(other, other))))
                .containsExactly(one, other, interpretation);
        assertThat(documents.of(OPERATOR, interpretation).interprets())
                .extracting(Related::article)
                .containsExactly(other);
        assertThat(documents.of(OPERATOR, one).interpretedBy()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        Article news = interpretation(CITY);
        long document = document(PROVINCE).id();
        Optional<Standing> old = Optional.of(new Standing(Force.EXPIRED, LocalDate.of(1949, 9, 30), ""));
        Optional<Standing> far = Optional.of(new Standing(Force.EXPIRED, LocalDate.of(2018, 7, 22), ""));
        assertThat(refused(() -> documents.stand(OPERATOR, news.id(), Optional.of(REPEALED))))
                .isEqualTo("not_a_document");
        assertThat(refused(() -> documents.stand(OPERATOR, document, old))).isEqualTo("since_invalid");
        assertThat(refused(() -> documents.stand(OPERATOR, document, far))).isEqualTo("since_invalid");
        assertThat(refused(() -> documents.stand(STRANGER, document, Optional.of(REPEALED))))
                .isEqualTo("article_not_found");
        assertThat(refused(() -> documents.interpret(OPERATOR, news.id(), List.of(document, 9_999L))))
                .isEqualTo("document_not_found");
        assertThat(refused(() -> documents.interpret(OPERATOR, news.id(), List.of(news.id()))))
                .isEqualTo("interprets_itself");
        List<Long> many = LongStream.rangeClosed(1_000, 1_020).boxed().toList();
        assertThat(refused(() -> documents.interpret(OPERATOR, news.id(), many)))
                .isEqualTo("too_many_documents");
        assertThat(documents.of(OPERATOR, news.id())).isEqualTo(Facts.NONE);
        assertThat(documents.of(OPERATOR, document)).isEqualTo(Facts.NONE);
    }
}
