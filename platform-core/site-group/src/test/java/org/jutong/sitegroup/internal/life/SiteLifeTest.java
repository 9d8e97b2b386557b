package org.jutong.sitegroup.internal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Event;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.OpenDuties;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Follower;
import org.jutong.sitegroup.internal.SiteMemory;

/** No step can be skipped, each is kept, and nothing is lost when a site goes. */
class SiteLifeTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void aSiteIsAppliedForApprovedLevelByLevelFiledTestedAndOpened(Database database) {
        try (Lives lives = new Lives(database)) {
            long document = lives.document(Lives.OPERATOR);
            lives.life.apply(Lives.OPERATOR, Lives.newSite(), new Why("撤县设区", List.of(document)));
            assertThat(lives.sites.require(Lives.NEW).state()).isEqualTo(SiteState.APPLIED);
            assertThat(lives.sites.of(Lives.NEW)).isEmpty();
            assertThat(code(() -> lives.life.open(Lives.OPERATOR, Lives.NEW, Lives.WHY)))
                    .isEqualTo("site_not_preparing");
            assertThat(code(() -> lives.life.approve(Lives.OPERATOR, Lives.NEW, Lives.WHY)))
                    .isEqualTo("own_application");
            assertThat(code(() -> lives.life.approve(Lives.PROVINCE_OFFICE, Lives.NEW, Lives.WHY)))
                    .as("the province before the city")
                    .isEqualTo("forbidden");

            lives.life.approve(Lives.CITY_OFFICE, Lives.NEW, Lives.WHY);
            assertThat(lives.sites.require(Lives.NEW).state()).isEqualTo(SiteState.APPLIED);
            assertThat(code(() -> lives.life.approve(Lives.CITY_OFFICE, Lives.NEW, Lives.WHY)))
                    .isEqualTo("forbidden");
            lives.life.approve(Lives.PROVINCE_OFFICE, Lives.NEW, Lives.WHY);
            assertThat(lives.sites.require(Lives.NEW).state()).isEqualTo(SiteState.PREPARING);
            assertThat(lives.sites.of(Lives.NEW)).hasSameSizeAs(lives.sites.of(Lives.DISTRICT));

            Problem incomplete =
                    catchThrowableOfType(Problem.class, () -> lives.life.open(Lives.OPERATOR, Lives.NEW, Lives.WHY));
            assertThat(incomplete.code()).isEqualTo("filing_incomplete");
            assertThat(incomplete.faults())
                    .extracting(Problem.Fault::field)
                    .containsExactlyInAnyOrder("sponsor", "contact", "icp", "police", "emblem");
            lives.life.file(Lives.OPERATOR, Lives.NEW, withTest(Optional.empty()), Lives.WHY);
            assertThat(code(() -> lives.life.open(Lives.OPERATOR, Lives.NEW, Lives.WHY)))
                    .isEqualTo("security_test_missing");
            SecurityTest failed = new SecurityTest(LocalDate.parse("2017-07-20"), "检测中心", false);
            lives.life.file(Lives.OPERATOR, Lives.NEW, withTest(Optional.of(failed)), Lives.WHY);
            assertThat(code(() -> lives.life.open(Lives.OPERATOR, Lives.NEW, Lives.WHY)))
                    .isEqualTo("security_test_failed");
            lives.life.file(Lives.OPERATOR, Lives.NEW, Lives.FILED, Lives.WHY);
            lives.life.open(Lives.OPERATOR, Lives.NEW, Lives.WHY);

            assertThat(lives.sites.require(Lives.NEW).state()).isEqualTo(SiteState.LIVE);
            assertThat(new SiteMemory(lives.group.database.store()).now().find(Lives.NEW))
                    .as("as after a restart")
                    .contains(lives.sites.require(Lives.NEW));
            assertThat(lives.reading.latest(Lives.PROVINCE, "notices", 0, 5))
                    .extracting(Reading.Entry::title)
                    .containsExactly("关于贵阳市花溪区人民政府开通上线的公告");
            List<Step> steps = lives.life.steps(Lives.OPERATOR, Lives.NEW);
            assertThat(steps)
                    .extracting(Step::kind)
                    .containsExactly(
                            Step.Kind.APPLY,
                            Step.Kind.APPROVE,
                            Step.Kind.APPROVE,
                            Step.Kind.FILE,
                            Step.Kind.FILE,
                            Step.Kind.FILE,
                            Step.Kind.OPEN);
            assertThat(steps.get(0).documents())
                    .extracting(StoredFile::name, StoredFile::type)
                    .containsExactly(tuple("请示.txt", "text/plain"));
            assertThat(steps.get(1).level()).contains(Lives.CITY);
            assertThat(steps).extracting(Step::by).contains("operator", "office.5201000001", "office.5200000001");
            assertThat(lives.recorded)
                    .extracting(Event::action)
                    .extracting(Enum::name)
                    .contains("SITE_APPLY", "SITE_OPEN");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRejectedApplicationCanBeMadeAgain(Database database) {
        try (Lives lives = new Lives(database)) {
            lives.life.apply(Lives.OPERATOR, Lives.newSite(), Lives.WHY);
            lives.life.reject(Lives.CITY_OFFICE, Lives.NEW, Why.because("材料不全"));
            assertThat(lives.sites.require(Lives.NEW).state()).isEqualTo(SiteState.REJECTED);
            assertThat(lives.memory.isOpen(Lives.NEW)).isFalse();
            lives.life.apply(Lives.OPERATOR, Lives.newSite(), Lives.WHY);
            lives.life.approve(Lives.CITY_OFFICE, Lives.NEW, Lives.WHY);
            assertThat(lives.sites.require(Lives.NEW).state()).isEqualTo(SiteState.APPLIED);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aTemporaryClosureIsShortOnceAYearAndAnnounced(Database database) {
        try (Lives lives = new Lives(database)) {
            LocalDate today = LocalDate.parse("2017-07-21");
            assertThat(code(() -> lives.life.closeTemporarily(
                            Lives.OPERATOR, Lives.DISTRICT, today.plusDays(30), false, Lives.WHY)))
                    .isEqualTo("closure_too_long");
            assertThat(code(() -> lives.life.closeTemporarily(
                            Lives.OPERATOR, Lives.DISTRICT, today.minusDays(1), false, Lives.WHY)))
                    .isEqualTo("until_invalid");
            Site closed = lives.life.closeTemporarily(
                    Lives.OPERATOR, Lives.DISTRICT, today.plusDays(29), false, Why.because("改版"));
            assertThat(closed.state()).isEqualTo(SiteState.TEMPORARILY_CLOSED);
            assertThat(closed.until()).contains(today.plusDays(29));
            for (SiteCode on : List.of(Lives.DISTRICT, Lives.CITY)) {
                assertThat(lives.reading.latest(on, "notices", 0, 5)).hasSize(1);
            }
            Follower follower = new Follower(lives.group.database.store());
            lives.life.reopen(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY);
            assertThat(follower.follow())
                    .as("what a site shows can be read again")
                    .contains(lives.reading
                            .latest(Lives.DISTRICT, "notices", 0, 5)
                            .get(0)
                            .id());
            assertThat(code(() -> lives.life.closeTemporarily(Lives.OPERATOR, Lives.DISTRICT, today, false, Lives.WHY)))
                    .isEqualTo("closed_this_year");
            lives.life.closeTemporarily(Lives.OPERATOR, Lives.DISTRICT, today, true, Why.because("洪水"));
            lives.life.reopen(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY);
            lives.days(200);
            lives.life.closeTemporarily(
                    Lives.OPERATOR, Lives.DISTRICT, LocalDate.parse("2018-02-10"), false, Lives.WHY);
            assertThat(lives.sites.require(Lives.DISTRICT).state()).isEqualTo(SiteState.TEMPORARILY_CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aClosingSiteMovesItsContentIsApprovedAnnouncedAndEnds(Database database) {
        try (Lives lives = new Lives(database)) {
            Article own = lives.desk.publish(
                    Lives.OPERATOR,
                    lives.articles
                            .write(Lives.OPERATOR, Lives.DISTRICT, draft("区里的事"))
                            .id());
            Follower follower = new Follower(lives.group.database.store());
            Article unpublished = lives.articles.write(Lives.OPERATOR, Lives.DISTRICT, draft("草稿"));
            Task task = lives.life.merge(
                    Lives.OPERATOR, Lives.DISTRICT, Lives.CITY, Map.of("meetings", "local-news"), Lives.WHY);
            assertThat(code(() -> lives.life.approve(Lives.CITY_OFFICE, Lives.DISTRICT, Lives.WHY)))
                    .isEqualTo("content_not_moved");
            lives.runner.runAll();
            assertThat(lives.tasks.get(Lives.OPERATOR, task.id()).state()).isEqualTo(Task.State.DONE);
            assertThat(lives.reading
                            .article(Lives.CITY, own.id())
                            .orElseThrow()
                            .column()
                            .key())
                    .isEqualTo("local-news");
            assertThat(lives.reading.article(Lives.DISTRICT, own.id())).isPresent();
            assertThat(follower.follow()).containsExactly(own.id());
            assertThat(follower.copy()).isEqualTo(follower.truth());

            lives.life.approve(Lives.CITY_OFFICE, Lives.DISTRICT, Lives.WHY);
            Site closing = lives.life.approve(Lives.PROVINCE_OFFICE, Lives.DISTRICT, Lives.WHY);
            assertThat(closing.state()).isEqualTo(SiteState.CLOSING);
            assertThat(closing.until()).contains(LocalDate.parse("2017-08-19"));
            assertThat(code(() -> lives.life.close(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY)))
                    .isEqualTo("notice_running");
            lives.days(29);
            assertThat(code(() -> lives.life.close(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY)))
                    .isEqualTo("notice_running");
            lives.days(1);
            OpenDuties duties = site -> List.of("应用“政民互动”仍在使用");
            lives.closing.add(duties);
            assertThat(code(() -> lives.life.close(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY)))
                    .isEqualTo("site_has_duties");
            lives.closing.remove(duties);
            Site closed = lives.life.close(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY);

            assertThat(follower.follow()).contains(own.id());
            assertThat(follower.copy()).isEqualTo(follower.truth());
            assertThat(closed.state()).isEqualTo(SiteState.CLOSED);
            assertThat(closed.movedTo()).contains(Lives.CITY);
            assertThat(lives.reading.article(Lives.DISTRICT, own.id())).isEmpty();
            assertThat(lives.reading.article(Lives.CITY, own.id())).isPresent();
            assertThat(lives.articles.get(Lives.OPERATOR, own.id()).owner()).isEqualTo(Lives.CITY);
            assertThat(lives.articles.get(Lives.OPERATOR, unpublished.id()))
                    .extracting(Article::owner, Article::column)
                    .containsExactly(Lives.CITY, "local-news");
            assertThat(lives.memory.isOpen(Lives.DISTRICT)).isFalse();
            assertThat(code(() -> lives.articles.write(Lives.OPERATOR, Lives.DISTRICT, draft("晚了"))))
                    .isEqualTo("site_not_in_service");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aSiteThatIsKeptLeavesNothingBehindOnTheTarget(Database database) {
        try (Lives lives = new Lives(database)) {
            Article own = lives.desk.publish(
                    Lives.OPERATOR,
                    lives.articles
                            .write(Lives.OPERATOR, Lives.DISTRICT, draft("区里的事"))
                            .id());
            lives.life.merge(Lives.OPERATOR, Lives.DISTRICT, Lives.CITY, Map.of(), Lives.WHY);
            lives.runner.runAll();
            assertThat(lives.reading.article(Lives.CITY, own.id())).isPresent();
            Follower follower = new Follower(lives.group.database.store());
            lives.life.keep(Lives.OPERATOR, Lives.DISTRICT, Lives.WHY);
            follower.follow();
            assertThat(follower.copy()).isEqualTo(follower.truth());
            assertThat(lives.reading.article(Lives.CITY, own.id())).isEmpty();
            assertThat(lives.reading.article(Lives.DISTRICT, own.id())).isPresent();
            assertThat(lives.sites.require(Lives.DISTRICT))
                    .extracting(Site::state, Site::movedTo)
                    .containsExactly(SiteState.LIVE, Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aSiteOpensAgainByItselfAfterTheLastDay(Database database) {
        try (Lives lives = new Lives(database)) {
            LocalDate last = LocalDate.parse("2017-07-23");
            lives.life.closeTemporarily(Lives.OPERATOR, Lives.DISTRICT, last, false, Lives.WHY);
            lives.days(2);
            lives.lifeClock.tick();
            assertThat(lives.sites.require(Lives.DISTRICT).state())
                    .as("on the last day")
                    .isEqualTo(SiteState.TEMPORARILY_CLOSED);
            long unused = lives.document(Lives.OPERATOR);
            lives.days(1);
            lives.lifeClock.tick();
            assertThat(lives.sites.require(Lives.DISTRICT).state()).isEqualTo(SiteState.LIVE);
            assertThat(lives.files.find(unused)).as("exactly a day old").isPresent();
            lives.days(1);
            lives.lifeClock.tick();
            assertThat(lives.files.find(unused)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatCannotBeIsRefused(Database database) {
        try (Lives lives = new Lives(database)) {
            assertThat(code(() -> lives.life.merge(Lives.OPERATOR, Lives.PROVINCE, Lives.CITY, Map.of(), Lives.WHY)))
                    .isEqualTo("site_is_root");
            assertThat(code(() -> lives.life.merge(Lives.OPERATOR, Lives.CITY, Lives.PROVINCE, Map.of(), Lives.WHY)))
                    .isEqualTo("site_has_children");
            assertThat(code(() ->
                            lives.life.merge(Lives.OPERATOR, Lives.DISTRICT, Lives.DISTRICT, Map.of(), Lives.WHY)))
                    .isEqualTo("target_is_itself");
            lives.articles.write(Lives.OPERATOR, Lives.DISTRICT, draft("无处可去"));
            assertThat(code(() -> lives.life.merge(
                            Lives.OPERATOR, Lives.DISTRICT, Lives.CITY, Map.of("meetings", "nowhere"), Lives.WHY)))
                    .isEqualTo("columns_unmapped");
            assertThat(code(() -> lives.life.move(Lives.OPERATOR, Lives.CITY, Lives.DISTRICT, Lives.WHY)))
                    .isEqualTo("parent_cycle");
            assertThat(code(() -> lives.life.move(Lives.OPERATOR, Lives.CITY, Lives.CITY, Lives.WHY)))
                    .isEqualTo("parent_cycle");
            assertThat(code(() -> lives.life.move(Lives.OPERATOR, Lives.PROVINCE, Lives.CITY, Lives.WHY)))
                    .isEqualTo("site_is_root");
            assertThat(lives.life
                            .move(Lives.OPERATOR, Lives.DISTRICT, Lives.PROVINCE, Lives.WHY)
                            .parent())
                    .contains(Lives.PROVINCE);
            assertThat(code(() -> lives.life.apply(Lives.OPERATOR, Lives.newSite(), Why.because(" "))))
                    .isEqualTo("reason_missing");
            long foreign = lives.document(Lives.CITY_OFFICE);
            assertThat(code(() -> lives.life.apply(Lives.OPERATOR, Lives.newSite(), new Why("有理", List.of(foreign)))))
                    .isEqualTo("document_unknown");
            assertThat(lives.sites.find(Lives.NEW)).isEmpty();
            assertThat(code(() -> lives.life.steps(new Actor("reader", "无权者"), Lives.CITY)))
                    .isEqualTo("forbidden");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void manySitesMakeOneStepAndEachRefusalIsSaid(Database database) {
        try (Lives lives = new Lives(database)) {
            Task task = lives.life.many(
                    Lives.OPERATOR, Step.Kind.MERGE, List.of(Lives.DISTRICT, Lives.PROVINCE), Why.because("集约化"));
            lives.runner.runAll();
            Task done = lives.tasks.get(Lives.OPERATOR, task.id());
            assertThat(done).extracting(Task::state, Task::done, Task::total).containsExactly(Task.State.DONE, 2, 2);
            assertThat(lives.tasks.lines(Lives.OPERATOR, task.id(), 0, 10, Optional.empty()))
                    .extracting(
                            Task.Line::item,
                            Task.Line::outcome,
                            line -> line.code().orElse(""))
                    .containsExactly(
                            tuple(Lives.DISTRICT.value(), "made", ""),
                            tuple(Lives.PROVINCE.value(), "refused", "site_is_root"));
            assertThat(lives.life.steps(Lives.OPERATOR, Lives.DISTRICT))
                    .extracting(Step::kind)
                    .endsWith(Step.Kind.MERGE, Step.Kind.CONTENT_MOVED);
            assertThat(code(() -> lives.tasks.get(new Actor("reader", "无权者"), task.id())))
                    .isEqualTo("task_not_found");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void stepsOfManySitesThatWereCutOffGoOnWhereTheyStopped(Database database) {
        try (Lives lives = new Lives(database)) {
            List<SiteCode> sites = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                SiteCode code = new SiteCode("520102%04d".formatted(100 + i));
                sites.add(code);
                lives.sites.register(
                        Lives.OPERATOR,
                        new NewSite(
                                code, "部门" + i, Level.COUNTY, "520102", "南明区", Optional.of(Lives.DISTRICT), "blue"));
            }
            lives.recorded.clear();
            lives.changed.clear();
            // the first fifty together, two events each; from three events later on the record fails
            lives.recordable = 103;
            Task task = lives.life.many(Lives.OPERATOR, Step.Kind.MERGE, sites, Why.because("集约化"));
            lives.runner.runAll();
            Task broken = lives.tasks.get(Lives.OPERATOR, task.id());
            assertThat(broken)
                    .extracting(Task::state, Task::done, t -> t.code().orElse(""))
                    .containsExactly(Task.State.FAILED, 50, "audit_unavailable");
            assertThat(sites)
                    .filteredOn(code -> lives.sites.find(code).orElseThrow().state() == SiteState.MERGING)
                    .containsExactlyElementsOf(sites.subList(0, 50));

            lives.recordable = Integer.MAX_VALUE;
            lives.tasks.resume(Lives.OPERATOR, task.id());
            lives.runner.runAll();
            assertThat(lives.tasks.get(Lives.OPERATOR, task.id()))
                    .extracting(Task::state, Task::done)
                    .containsExactly(Task.State.DONE, 60);
            assertThat(lives.tasks.lines(Lives.OPERATOR, task.id(), 0, 100, Optional.of("made")))
                    .hasSize(60);
            assertThat(sites)
                    .allSatisfy(code -> assertThat(lives.life.steps(Lives.OPERATOR, code))
                            .extracting(Step::kind)
                            .containsExactly(Step.Kind.REGISTER, Step.Kind.MERGE, Step.Kind.CONTENT_MOVED));
        }
    }

    private static Filing withTest(Optional<SecurityTest> test) {
        Filing filed = Lives.FILED;
        return new Filing(filed.sponsor(), filed.contact(), filed.icp(), filed.police(), filed.emblem(), test);
    }

    private static Draft draft(String title) {
        return new Draft(title, "贵阳市南明区人民政府", "", "<p>正文</p>", "meetings", Optional.empty());
    }

    private static String code(Runnable refused) {
        return catchThrowableOfType(Problem.class, refused::run).code();
    }
}
