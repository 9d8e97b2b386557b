package org.jutong.sitegroup.internal.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.identity.Accounts;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Article.State;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Note;
import org.jutong.sitegroup.Reviews.Stage;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.Versions.Version;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;
import org.jutong.sitegroup.internal.SiteGroup;

@ParameterizedClass
@EnumSource
class ReviewsTest {

    private static final Actor ONE = Desk.REVIEWERS.get(0);
    private static final Actor TWO = Desk.REVIEWERS.get(1);
    private static final Actor CITY_OFFICE = new Actor("office.5201000001", "市办");
    private static final Actor PROVINCE_OFFICE = new Actor("office.5200000001", "省办");

    @Parameter
    Database database;

    private ColumnsGroup group;
    private Desk desk;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        desk = group.desk;
    }

    @AfterEach
    void close() {
        group.close();
    }

    private static Draft draft(String title) {
        return draft(title, ContentClass.B);
    }

    private static Draft draft(String title, ContentClass contentClass) {
        return new Draft(
                title, "来源", "", "<p>" + title + "</p>", "notices", Optional.empty(), Document.NONE, contentClass);
    }

    private Article submitted(Draft draft, Timing timing) {
        Article article = desk.articles.write(OPERATOR, CITY, draft);
        return desk.reviews.submit(OPERATOR, article.id(), article.version(), timing);
    }

    private static String refused(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        return problem == null ? "none" : problem.code();
    }

    private List<Decision> history(long id) {
        return desk.reviews.of(OPERATOR, id).history().stream()
                .map(Note::decision)
                .toList();
    }

    @Test
    void threePeopleWhoDidNotWriteItPassItOneAfterTheOther() {
        Article article = submitted(draft("三审"), Timing.AT_ONCE);
        long id = article.id();
        assertThat(article.state()).isEqualTo(State.IN_REVIEW);
        assertThat(refused(() -> desk.articles.publish(OPERATOR, id))).isEqualTo("article_not_approved");
        assertThat(refused(() -> desk.reviews.approve(OPERATOR, id, 1, ""))).isEqualTo("own_text");
        desk.reviews.approve(ONE, id, 1, "可以");
        assertThat(refused(() -> desk.reviews.approve(ONE, id, 1, ""))).isEqualTo("reviewed_already");
        assertThat(refused(() -> desk.reviews.approve(TWO, id, 2, ""))).isEqualTo("version_conflict");
        desk.reviews.approve(TWO, id, 1, "");
        assertThat(group.reading.article(CITY, id)).isEmpty();
        assertThat(desk.reviews.of(CITY_OFFICE, id).stages())
                .extracting(Stage::current, Stage::open, stage -> stage.passed().isPresent())
                .containsExactly(tuple(false, false, true), tuple(false, false, true), tuple(true, true, false));
        assertThat(desk.reviews.approve(CITY_OFFICE, id, 1, "").state()).isEqualTo(State.PUBLISHED);
        assertThat(group.reading.article(CITY, id)).isPresent();
        assertThat(history(id))
                .containsExactly(
                        Decision.PUBLISHED,
                        Decision.APPROVED,
                        Decision.APPROVED,
                        Decision.APPROVED,
                        Decision.SUBMITTED);
        assertThat(refused(() -> desk.reviews.approve(TWO, id, 1, ""))).isEqualTo("not_in_review");
    }

    @Test
    void whoWroteAnyVersionUnderReviewIsNoReviewerOfIt() {
        Article article = desk.articles.write(CITY_OFFICE, CITY, draft("一稿"));
        Article second = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("二稿"));
        desk.reviews.submit(OPERATOR, second.id(), second.version(), Timing.AT_ONCE);
        assertThat(refused(() -> desk.reviews.approve(CITY_OFFICE, second.id(), 2, "")))
                .isEqualTo("own_text");
        assertThat(desk.reviews.waiting(CITY_OFFICE, Optional.of(CITY), 10)).isEmpty();
        assertThat(desk.reviews.waiting(ONE, Optional.empty(), 10))
                .extracting(waiting -> waiting.article().title())
                .containsExactly("二稿");
    }

    @Test
    void theGravestIsPassedLastBySomebodyOfTheSiteAbove() {
        Article article = submitted(draft("重要", ContentClass.A), Timing.AT_ONCE);
        desk.reviews.approve(ONE, article.id(), 1, "");
        desk.reviews.approve(TWO, article.id(), 1, "");
        assertThat(desk.reviews.of(OPERATOR, article.id()).stages().get(2).site())
                .isEqualTo(PROVINCE);
        assertThat(refused(() -> desk.reviews.approve(CITY_OFFICE, article.id(), 1, "")))
                .isEqualTo("forbidden");
        assertThat(desk.reviews.waiting(PROVINCE_OFFICE, Optional.empty(), 10)).hasSize(1);
        assertThat(desk.reviews.approve(PROVINCE_OFFICE, article.id(), 1, "").state())
                .isEqualTo(State.PUBLISHED);
    }

    @Test
    void theFirstReviewOfTheLightestIsAnyOtherEditors() {
        Article article = submitted(draft("日常", ContentClass.C), Timing.AT_ONCE);
        assertThat(refused(() -> desk.reviews.approve(ONE, article.id(), 1, "")))
                .isEqualTo("forbidden");
        desk.reviews.approve(CITY_OFFICE, article.id(), 1, "");
        desk.reviews.approve(ONE, article.id(), 1, "");
        assertThat(desk.reviews.approve(TWO, article.id(), 1, "").state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aReviewerGivesItBackWithAReasonAndTheNextRoundBeginsAnew() {
        Article article = submitted(draft("退回"), Timing.AT_ONCE);
        desk.reviews.approve(ONE, article.id(), 1, "");
        assertThat(refused(() -> desk.reviews.giveBack(TWO, article.id(), 1, " ")))
                .isEqualTo("remark_missing");
        Article back = desk.reviews.giveBack(TWO, article.id(), 1, "标题不妥");
        assertThat(back.state()).isEqualTo(State.DRAFT);
        assertThat(desk.reviews.of(OPERATOR, article.id()).history().get(0).remark())
                .isEqualTo("标题不妥");
        desk.reviews.submit(OPERATOR, back.id(), back.version(), Timing.AT_ONCE);
        assertThat(desk.reviews.of(OPERATOR, article.id()).stages())
                .allMatch(stage -> stage.passed().isEmpty());
        assertThat(desk.approve(article.id()).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aTextThatIsChangedUnderReviewIsADraftAgain() {
        Article article = submitted(draft("一稿"), Timing.BY_HAND);
        desk.reviews.approve(ONE, article.id(), 1, "");
        Article same = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("一稿"));
        assertThat(same.state()).isEqualTo(State.IN_REVIEW);
        Article changed = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("二稿"));
        assertThat(changed.state()).isEqualTo(State.DRAFT);
        assertThat(refused(() -> desk.reviews.approve(TWO, article.id(), 1, "")))
                .isEqualTo("not_in_review");
        desk.reviews.submit(OPERATOR, article.id(), changed.version(), Timing.BY_HAND);
        assertThat(desk.approve(article.id()).state()).isEqualTo(State.APPROVED);
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
        assertThat(desk.articles.publish(OPERATOR, article.id()).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatIsApprovedCanStillBeTakenBack() {
        Article article = submitted(draft("再想想"), Timing.BY_HAND);
        desk.approve(article.id());
        assertThat(desk.reviews.recall(OPERATOR, article.id()).state()).isEqualTo(State.DRAFT);
        assertThat(refused(() -> desk.articles.publish(OPERATOR, article.id()))).isEqualTo("article_not_approved");
        assertThat(desk.reviews.recall(OPERATOR, article.id()).state()).isEqualTo(State.DRAFT);
        assertThat(history(article.id())).startsWith(Decision.RECALLED, Decision.APPROVED);
    }

    @Test
    void readersSeeThePublicTextUntilItsCorrectionHasPassed() {
        Article article = desk.published(OPERATOR, CITY, draft("错字"));
        Article correction = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("改正"));
        assertThat(correction.title()).isEqualTo("改正");
        assertThat(correction.state()).isEqualTo(State.PUBLISHED);
        assertThat(correction.correction()).contains(State.DRAFT);
        desk.articles.revise(OPERATOR, article.id(), correction.version(), draft("再改"));
        assertThat(shown(article.id())).isEqualTo("错字");
        assertThat(desk.versions.of(OPERATOR, article.id()))
                .extracting(Version::number, Version::shown)
                .containsExactly(tuple(3, false), tuple(2, false), tuple(1, true));
        Article again = desk.articles.get(OPERATOR, article.id());
        desk.reviews.submit(OPERATOR, article.id(), again.version(), Timing.AT_ONCE);
        assertThat(refused(() -> desk.articles.publish(OPERATOR, article.id()))).isEqualTo("article_not_approved");
        Article corrected = desk.approve(article.id());
        assertThat(corrected.correction()).isEmpty();
        assertThat(corrected.published()).isEqualTo(article.published());
        assertThat(shown(article.id())).isEqualTo("再改");
        assertThat(group.reading.latest(CITY, "notices", 0, 1).get(0).title()).isEqualTo("再改");
        assertThat(desk.versions.of(OPERATOR, article.id()))
                .extracting(Version::number)
                .containsExactly(3, 2, 1);
    }

    private String shown(long id) {
        return group.reading.article(CITY, id).orElseThrow().article().title();
    }

    @Test
    void aWithdrawalIsAtOnceAndTheCorrectionIsTheTextFromThenOn() {
        Article article = desk.published(OPERATOR, CITY, draft("撤下"));
        Article correction = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("改后"));
        desk.reviews.submit(OPERATOR, article.id(), correction.version(), Timing.AT_ONCE);
        assertThat(refused(() -> desk.articles.withdraw(OPERATOR, article.id(), " ")))
                .isEqualTo("reason_missing");
        Article withdrawn = desk.articles.withdraw(OPERATOR, article.id(), "有误");
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(withdrawn.title()).isEqualTo("改后");
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
        assertThat(refused(() -> desk.reviews.approve(ONE, article.id(), 2, "")))
                .isEqualTo("not_in_review");
        assertThat(refused(() -> desk.articles.publish(OPERATOR, article.id()))).isEqualTo("article_not_approved");
        Article back = desk.publish(OPERATOR, article.id());
        assertThat(back.published()).isEqualTo(article.published());
        assertThat(shown(article.id())).isEqualTo("改后");
    }

    @Test
    void theTimeThatReadersSawStays() {
        Article article = desk.published(OPERATOR, CITY, draft("时间"));
        Draft later = draft("时间").withPublished(article.published().map(time -> time.plusSeconds(60)));
        assertThat(refused(() -> desk.articles.revise(OPERATOR, article.id(), article.version(), later)))
                .isEqualTo("publication_time_fixed");
        desk.articles.withdraw(OPERATOR, article.id(), "有误");
        int version = desk.articles.get(OPERATOR, article.id()).version();
        assertThat(refused(() -> desk.articles.revise(OPERATOR, article.id(), version, later)))
                .isEqualTo("publication_time_fixed");
    }

    @Test
    void anOldTextIsWrittenAnewAndTheOldOnesStay() {
        Article article = desk.articles.write(OPERATOR, CITY, draft("一"));
        Article two = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("二"));
        Article three = desk.versions.restore(OPERATOR, article.id(), 1, two.version());
        assertThat(three.title()).isEqualTo("一");
        assertThat(desk.versions.of(OPERATOR, article.id()))
                .extracting(version -> version.text().title())
                .containsExactly("一", "二", "一");
        assertThat(desk.versions.one(OPERATOR, article.id(), 2).text().body()).isEqualTo("<p>二</p>");
        assertThat(refused(() -> desk.versions.restore(OPERATOR, article.id(), 1, two.version())))
                .isEqualTo("version_conflict");
        assertThat(refused(() -> desk.versions.one(OPERATOR, article.id(), 9))).isEqualTo("version_not_found");
    }

    @Test
    void whoWasSlowerIsToldWhoWasFaster() {
        Article article = desk.articles.write(OPERATOR, CITY, draft("一"));
        desk.articles.revise(CITY_OFFICE, article.id(), article.version(), draft("快"));
        Problem slow = catchThrowableOfType(
                Problem.class, () -> desk.articles.revise(OPERATOR, article.id(), article.version(), draft("慢")));
        assertThat(slow.code()).isEqualTo("version_conflict");
        assertThat(slow.faults().get(0).arguments()).contains("office.5201000001");
    }

    @Test
    void whatIsDueIsPublishedOnceWhoeverLooksFirst() {
        Instant due = group.clock.instant().plus(Duration.ofHours(1));
        long id = submitted(draft("定时"), Timing.at(due)).id();
        desk.approve(id);
        assertThat(desk.articles.get(OPERATOR, id).state()).isEqualTo(State.APPROVED);
        desk.reviews.publishDue();
        assertThat(group.reading.article(CITY, id)).isEmpty();

        group.later(Period.ofDays(1));
        group.changed.clear();
        desk.reviews.publishDue();
        desk.reviews.publishDue();
        assertThat(group.reading.article(CITY, id)).isPresent();
        assertThat(group.changed).containsExactly(CITY);
        assertThat(history(id)).filteredOn(Decision.PUBLISHED::equals).hasSize(1);
        assertThat(group.recorded)
                .filteredOn(event -> event.action() == Action.ARTICLE_PUBLISH)
                .singleElement()
                .matches(event -> event.actor().equals(Accounts.SYSTEM));
    }

    @Test
    void whatIsStillUnderReviewWhenItIsDueIsPublishedWithTheLastApproval() {
        long id = submitted(draft("晚审"), Timing.at(group.clock.instant().plusSeconds(60)))
                .id();
        group.later(Period.ofDays(1));
        desk.reviews.publishDue();
        assertThat(group.reading.article(CITY, id)).isEmpty();
        desk.approve(id);
        assertThat(group.reading.article(CITY, id)).isPresent();
    }

    @Test
    void aTimeThatIsNotToComeIsRefused() {
        Article article = desk.articles.write(OPERATOR, CITY, draft("过去"));
        Timing now = Timing.at(group.clock.instant());
        assertThat(refused(() -> desk.reviews.submit(OPERATOR, article.id(), article.version(), now)))
                .isEqualTo("schedule_in_the_past");
        assertThat(desk.articles.get(OPERATOR, article.id()).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void whatCannotBePublishedWhenItIsDueWaitsForSomebodyAndHoldsUpNoOther() {
        Timing soon = Timing.at(group.clock.instant().plusSeconds(60));
        long held = submitted(draft("不行"), soon).id();
        long other = submitted(draft("另一篇"), soon).id();
        desk.approve(held);
        desk.approve(other);
        group.later(Period.ofDays(1));
        refusing(held, Problem.notFound("column_not_found")).publishDue();
        assertThat(group.reading.article(CITY, other)).isPresent();
        assertThat(group.reading.article(CITY, held)).isEmpty();
        assertThat(desk.reviews.of(OPERATOR, held).history().get(0))
                .extracting(Note::decision, Note::remark)
                .containsExactly(Decision.HELD, "column_not_found");
        assertThat(desk.articles.get(OPERATOR, held).state()).isEqualTo(State.APPROVED);
        desk.reviews.publishDue();
        assertThat(group.reading.article(CITY, held))
                .as("nobody published it by hand")
                .isEmpty();
        desk.articles.publish(OPERATOR, held);
        assertThat(group.reading.article(CITY, held)).isPresent();
    }

    @Test
    void whatThePlatformCannotDoNowIsTriedAgain() {
        long id = submitted(draft("稍后"), Timing.at(group.clock.instant().plusSeconds(60)))
                .id();
        desk.approve(id);
        group.later(Period.ofDays(1));
        refusing(id, Problem.of(503, "audit_unavailable")).publishDue();
        assertThat(history(id)).doesNotContain(Decision.HELD, Decision.PUBLISHED);
        desk.reviews.publishDue();
        assertThat(group.reading.article(CITY, id)).isPresent();
    }

    /** With a platform that refuses to publish this article. */
    private StoredReviews refusing(long id, Problem why) {
        Audit audit = event -> {
            if (event.action() == Action.ARTICLE_PUBLISH && event.object().equals("article:" + id)) {
                throw why;
            }
        };
        return new Desk(
                        group.store,
                        group.sites,
                        group.checks,
                        SiteGroup.AUTHORITY,
                        audit,
                        group.changed::addAll,
                        group.clock)
                .reviews;
    }

    @Test
    void onlyThePlatformItselfPublishesWhatWasReviewedElsewhere() {
        Article article = desk.articles.write(OPERATOR, CITY, draft("外来"));
        assertThat(refused(() -> desk.articles.publish(OPERATOR, article.id(), "demonstration")))
                .isEqualTo("forbidden");
        assertThat(desk.articles.get(OPERATOR, article.id()).state()).isEqualTo(State.DRAFT);
    }
}
