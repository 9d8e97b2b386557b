package org.jutong.sitegroup.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.DISTRICT;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;
import static org.jutong.sitegroup.internal.ColumnsGroup.READER;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.PushRules.Fault;
import org.jutong.sitegroup.PushRules.Plan;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.PushRules.Selection;
import org.jutong.sitegroup.PushRules.Span;
import org.jutong.sitegroup.PushRules.Terms;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.StoredJournal;

@ParameterizedClass
@EnumSource
class PushRulesTest {

    private static final Optional<String> NONE = Optional.empty();
    private static final Selection PROVINCE_ALONE = new Selection(PROVINCE, Span.SITE, Optional.empty());
    private static final Selection BELOW = new Selection(PROVINCE, Span.BELOW, Optional.empty());
    private static final Terms MEETINGS = new Terms("会议转发", PROVINCE_ALONE, Optional.of("meetings"), NONE, BELOW, NONE);

    @Parameter
    Database database;

    private ColumnsGroup group;
    private StoredPushRules rules;
    private RuleFollowing following;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        rules = rules();
        following = following();
        following.follow();
    }

    private StoredPushRules rules() {
        return new StoredPushRules(
                group.store,
                group.memory,
                group.pushes,
                group.tasks,
                SiteGroup.AUTHORITY,
                group.recorded::add,
                group.clock);
    }

    private RuleFollowing following() {
        return new RuleFollowing(group.store, rules(), new StoredJournal(group.store), group.clock, 0);
    }

    @AfterEach
    void close() {
        group.close();
    }

    private boolean isOn(SiteCode site, Article article) {
        return group.reading.article(site, article.id()).isPresent();
    }

    private Article document(String column, String subject) {
        Draft draft = new Draft(
                "关于数据的通知",
                "贵州省人民政府网站",
                "",
                "<p>正文</p>",
                column,
                Optional.empty(),
                new Document(NONE, NONE, Optional.of(subject)));
        return group.desk.published(OPERATOR, PROVINCE, draft);
    }

    @Test
    void whatIsPublishedInTheColumnFromThenOnGoesToTheSitesByItself() {
        Article before = group.published(PROVINCE, "meetings", "规则之前");
        following.follow();
        Rule rule = rules.add(OPERATOR, MEETINGS);
        Article fits = group.published(PROVINCE, "meetings", "省政府常务会议");
        Article other = group.published(PROVINCE, "notices", "通知");
        Article elsewhere = group.published(CITY, "meetings", "市政府常务会议");
        following.follow();

        assertThat(isOn(CITY, fits)).isTrue();
        assertThat(isOn(DISTRICT, fits)).isTrue();
        assertThat(List.of(before, other)).noneMatch(article -> isOn(CITY, article));
        assertThat(isOn(DISTRICT, elsewhere)).isFalse();
        List<Push> pushes = rules.pushes(OPERATOR, rule.id(), Optional.empty(), 10);
        assertThat(pushes).extracting(Push::article).containsExactly(fits.id());
        assertThat(pushes.get(0).placed()).isEqualTo(3);
        following.follow();
        following().follow();
        assertThat(rules.pushes(OPERATOR, rule.id(), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void whatWasPublishedWhileThePlatformStoodStillIsPushedWhenItGoesOn() {
        rules.add(OPERATOR, MEETINGS);
        Article article = group.published(PROVINCE, "meetings", "停机期间");
        following().follow();
        assertThat(isOn(CITY, article)).isTrue();
    }

    @Test
    void aSubjectClassTakesThoseBelowItAndALevelThoseOfItsSites() {
        rules.add(
                OPERATOR, new Terms("综合政务", PROVINCE_ALONE, NONE, Optional.of("综合政务"), BELOW, Optional.of("notices")));
        Selection counties = new Selection(PROVINCE, Span.SUBTREE, Optional.of(Level.COUNTY));
        Selection cities = new Selection(PROVINCE, Span.BELOW, Optional.of(Level.PREFECTURE));
        rules.add(OPERATOR, new Terms("区县要闻", counties, NONE, NONE, cities, Optional.of("meetings")));

        Article same = document("meetings", "综合政务");
        Article below = document("meetings", "综合政务\\电子政务");
        Article other = document("meetings", "国务院组织机构");
        Article county = group.published(DISTRICT, "notices", "南明区通知");
        following.follow();

        assertThat(isOn(CITY, same)).isTrue();
        assertThat(isOn(CITY, below)).isTrue();
        assertThat(isOn(CITY, other)).isFalse();
        assertThat(isOn(CITY, county)).isTrue();
        assertThat(isOn(PROVINCE, county)).isFalse();
        assertThat(group.reading
                        .article(CITY, below.id())
                        .orElseThrow()
                        .column()
                        .key())
                .isEqualTo("notices");
    }

    @Test
    void aRuleThatWouldPlaceIntoItsOwnSourceIsRefusedWithTheSiteThatIsBoth() {
        Selection all = new Selection(PROVINCE, Span.SUBTREE, Optional.empty());
        Terms intoItself = new Terms("自推", PROVINCE_ALONE, Optional.of("meetings"), NONE, all, NONE);
        assertThatThrownBy(() -> rules.add(OPERATOR, intoItself)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.code()).isEqualTo("rule_into_source");
            assertThat(refused.field()).contains("to");
            assertThat(refused.arguments()).contains(PROVINCE.value());
        });
        assertThat(rules.list(OPERATOR)).isEmpty();
    }

    @Test
    void whatMeansNothingIsRefused() {
        refused("rule_condition_missing", new Terms("全部", PROVINCE_ALONE, NONE, NONE, BELOW, Optional.of("meetings")));
        refused("into_missing", new Terms("分类", PROVINCE_ALONE, NONE, Optional.of("综合政务"), BELOW, NONE));
        refused("name_missing", new Terms(" ", PROVINCE_ALONE, Optional.of("meetings"), NONE, BELOW, NONE));
        refused(
                "rule_column_unknown",
                new Terms("栏目", PROVINCE_ALONE, Optional.of("no-such"), NONE, BELOW, Optional.of("meetings")));
        refused(
                "rule_column_unknown",
                new Terms("栏目", PROVINCE_ALONE, MEETINGS.column(), NONE, BELOW, Optional.of("x")));
        Selection nothing = new Selection(DISTRICT, Span.BELOW, Optional.empty());
        refused("rule_without_target", new Terms("空", PROVINCE_ALONE, MEETINGS.column(), NONE, nothing, NONE));
        refused("rule_without_source", new Terms("空", nothing, MEETINGS.column(), NONE, BELOW, NONE));
        Selection unknown = new Selection(new SiteCode("5299000001"), Span.SITE, Optional.empty());
        refused("site_not_found", new Terms("无", PROVINCE_ALONE, MEETINGS.column(), NONE, unknown, NONE));
        rules.add(OPERATOR, MEETINGS);
        refused("push_rule_exists", new Terms("换个名字", PROVINCE_ALONE, Optional.of("meetings"), NONE, BELOW, NONE));
        assertThat(rules.list(OPERATOR)).hasSize(1);
    }

    private void refused(String code, Terms terms) {
        assertThat(code(() -> rules.plan(OPERATOR, terms)).equals(code)
                        || code(() -> rules.add(OPERATOR, terms)).equals(code))
                .as(code)
                .isTrue();
    }

    private static String code(ThrowingCallable call) {
        try {
            call.call();
            return "";
        } catch (Problem refused) {
            return refused.code();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    @Test
    void onlyWhoMayPushThereSeesAndMakesRules() {
        Rule rule = rules.add(OPERATOR, MEETINGS);
        assertThat(code(() -> rules.add(READER, MEETINGS))).isEqualTo("forbidden");
        assertThat(code(() -> rules.plan(READER, MEETINGS))).isEqualTo("forbidden");
        assertThat(rules.list(READER)).isEmpty();
        assertThat(code(() -> rules.get(READER, rule.id()))).isEqualTo("push_rule_not_found");
        assertThat(code(() -> rules.remove(READER, rule.id()))).isEqualTo("push_rule_not_found");
        assertThat(code(() -> rules.run(READER, rule.id()))).isEqualTo("push_rule_not_found");
    }

    @Test
    void aRestingRuleAndOneThatIsGonePushNothing() {
        Rule rule = rules.add(OPERATOR, MEETINGS);
        Rule resting = rules.change(OPERATOR, rule.id(), rule.version(), MEETINGS, false);
        Article first = group.published(PROVINCE, "meetings", "暂停期间");
        following.follow();
        assertThat(isOn(CITY, first)).isFalse();
        assertThat(code(() -> rules.change(OPERATOR, rule.id(), rule.version(), MEETINGS, true)))
                .isEqualTo("version_conflict");
        rules.change(OPERATOR, rule.id(), resting.version(), MEETINGS, true);
        Article second = group.published(PROVINCE, "meetings", "恢复之后");
        following.follow();
        assertThat(isOn(CITY, second)).isTrue();
        rules.remove(OPERATOR, rule.id());
        Article third = group.published(PROVINCE, "meetings", "删除之后");
        following.follow();
        assertThat(isOn(CITY, third)).isFalse();
        assertThat(isOn(CITY, second)).isTrue();
    }

    @Test
    void theDryRunSaysForEverySiteWhatWouldBecomeOfTheNextArticle() {
        group.published(PROVINCE, "meetings", "已有一篇");
        Plan plan = rules.plan(OPERATOR, MEETINGS);
        assertThat(plan.matching()).isEqualTo(1);
        assertThat(plan.targets())
                .extracting(Target::site)
                .contains(CITY, DISTRICT)
                .hasSize(3);
        assertThat(plan.targets()).allMatch(target -> target.outcome() == Outcome.PLACED);
        assertThat(rules.list(OPERATOR)).isEmpty();
    }

    @Test
    void whatIsPublishedAlreadyIsPushedByATaskThatMayBeRunAgain() {
        Article first = group.published(PROVINCE, "meetings", "之一");
        Article second = group.published(PROVINCE, "meetings", "之二");
        following.follow();
        Rule rule = rules.add(OPERATOR, MEETINGS);
        Task task = rules.run(OPERATOR, rule.id());
        assertThat(code(() -> rules.run(OPERATOR, rule.id()))).isEqualTo("push_rule_under_way");
        group.work(new PushRuleWork(rules, group.store, group.words));
        assertThat(group.tasks.get(OPERATOR, task.id()).state()).isEqualTo(Task.State.DONE);
        assertThat(group.tasks.lines(OPERATOR, task.id(), 0, 10, Optional.of("pushed")))
                .extracting(Task.Line::item)
                .containsExactly(String.valueOf(first.id()), String.valueOf(second.id()));
        assertThat(isOn(DISTRICT, first) && isOn(DISTRICT, second)).isTrue();

        rules.run(OPERATOR, rule.id());
        group.work(new PushRuleWork(rules, group.store, group.words));
        assertThat(rules.pushes(OPERATOR, rule.id(), Optional.empty(), 10).get(0))
                .extracting(Push::placed, Push::present)
                .containsExactly(0, 3);
    }

    @Test
    void aCorrectionThatMakesItFitIsPushed() {
        rules.add(OPERATOR, MEETINGS);
        Article article = group.published(PROVINCE, "notices", "放错栏目");
        following.follow();
        assertThat(isOn(CITY, article)).isFalse();
        Draft moved = new Draft("放错栏目", "贵州省人民政府网站", "", "<p>正文</p>", "meetings", Optional.empty());
        group.articles.revise(
                OPERATOR,
                article.id(),
                group.articles.get(OPERATOR, article.id()).version(),
                moved);
        group.desk.publish(OPERATOR, article.id());
        following.follow();
        assertThat(isOn(CITY, article)).isTrue();
    }

    @Test
    void whoLostTheRightPushesNothingAndThatIsSaid() {
        Rule rule = rules.add(OPERATOR, MEETINGS);
        Article article = group.published(PROVINCE, "meetings", "越权");
        group.store.change(em -> em.createQuery("UPDATE PushRule r SET r.savedBy = :by")
                .setParameter("by", READER.username())
                .executeUpdate());
        following.follow();
        assertThat(isOn(CITY, article)).isFalse();
        assertThat(rules.faults(OPERATOR, rule.id(), 10))
                .extracting(Fault::article, Fault::code)
                .containsExactly(tuple(article.id(), "forbidden"));
        assertThat(rules.get(OPERATOR, rule.id()).faults()).isEqualTo(1);

        rules.run(OPERATOR, rule.id());
        group.work(new PushRuleWork(rules, group.store, group.words));
        assertThat(isOn(CITY, article)).isTrue();
        assertThat(rules.faults(OPERATOR, rule.id(), 10)).isEmpty();
    }

    @Test
    void twoNodesThatFollowAtOncePushOnce() throws Exception {
        Rule rule = rules.add(OPERATOR, MEETINGS);
        for (int i = 0; i < 5; i++) {
            group.published(PROVINCE, "meetings", "会议" + i);
        }
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = List.of(follow(nodes, both, following()), follow(nodes, both, following()));
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(rules.pushes(OPERATOR, rule.id(), Optional.empty(), 20)).hasSize(5);
        assertThat(rules.faults(OPERATOR, rule.id(), 10)).isEmpty();
    }

    private static Future<?> follow(ExecutorService nodes, CyclicBarrier both, RuleFollowing following) {
        return nodes.submit(() -> {
            both.await(10, TimeUnit.SECONDS);
            following.follow();
            return null;
        });
    }
}
