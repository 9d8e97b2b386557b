package org.jutong.sitegroup.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.DISTRICT;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;
import static org.jutong.sitegroup.internal.ColumnsGroup.READER;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.columns.lint.Severity;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.RenderedPages;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.shell.LintSite;

class SiteLintTest {

    private static final String FRAME =
            "<meta name=SiteName content=省><meta name=SiteDomain content=www.example.gov.cn>"
                    + "<meta name=SiteIDCode content=5200000001>"
                    + "<meta name=ColumnName content=栏><meta name=ColumnDescription content=栏><meta name=ColumnKeywords content=栏>"
                    + "<meta name=ColumnType content=工作动态>";
    private static final String FOOT = "<p data-footer=party-mark>有</p><p data-footer=error-report>有</p>"
            + "<p data-footer=site-code data-value=5200000001>标识码</p><p data-footer=owner>省</p>"
            + "<p data-footer=contact>1</p><p data-footer=icp-number>黔</p><p data-footer=site-map>图</p>";
    private static final String POLICE = "<p data-footer=police-number data-value=黔公网安备1>有</p>";
    private static final String ARTICLE = FRAME + "<meta name=ArticleTitle content=题>"
            + "<meta name=PubDate content='2017-07-21 08:22'><meta name=ContentSource content=省>";

    /** Pages by their addresses; all that were not given are as they should be. */
    private static final class Pages implements RenderedPages {
        final Map<String, String> wrong = new HashMap<>();
        int broken = Integer.MAX_VALUE;

        @Override
        public String host(SiteCode site) {
            return "www.example.gov.cn";
        }

        @Override
        public String home(SiteCode site) {
            return wrong.getOrDefault("/", FRAME + FOOT + POLICE);
        }

        @Override
        public Optional<String> column(SiteCode site, String key) {
            return Optional.of(wrong.getOrDefault(key, FRAME + FOOT));
        }

        @Override
        public Optional<String> article(SiteCode site, long id) {
            if (broken-- <= 0) {
                throw new IllegalStateException("the node dies");
            }
            return Optional.of(wrong.getOrDefault("" + id, ARTICLE));
        }
    }

    private static final class OneHost implements Hosts {
        @Override
        public Optional<String> of(SiteCode site) {
            return Optional.empty();
        }

        @Override
        public List<String> further(SiteCode site) {
            return List.of();
        }

        @Override
        public Optional<SiteCode> ofHost(String host) {
            return Optional.of(DISTRICT).filter(site -> host.equals("nanming.example.org"));
        }

        @Override
        public void set(Actor by, SiteCode site, Optional<String> host, List<String> further) {
            throw new UnsupportedOperationException();
        }
    }

    private final Pages pages = new Pages();

    private SiteLint of(ColumnsGroup group) {
        return new SiteLint(
                        group.store,
                        group.memory,
                        new OneHost(),
                        group.checks,
                        group.tasks,
                        SiteGroup.AUTHORITY,
                        group.recorded::add,
                        group.clock)
                .with(pages);
    }

    private static Task run(ColumnsGroup group, SiteLint lint) {
        Task task = lint.start(OPERATOR, PROVINCE);
        group.work(new LintWork(lint, group.store, group.words));
        return group.tasks.get(OPERATOR, task.id());
    }

    private static List<SiteFinding> open(SiteLint lint) {
        return lint.worst(OPERATOR, PROVINCE, SiteFinding.State.OPEN, Optional.empty(), Optional.empty(), 100);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoundKeepsItsAddressUntilItIsMendedAndWhenItComesBack(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteLint lint = of(group);
            long article = group.published(PROVINCE, "notices", "通知").id();
            pages.wrong.put("/", FRAME + FOOT);
            pages.wrong.put("meetings", FRAME.replace("ColumnKeywords content=栏", "ColumnKeywords content=''"));
            pages.wrong.put("" + article, ARTICLE + "<span data-time='2017/7/21'></span>");
            Task first = run(group, lint);
            assertThat(first.state()).isEqualTo(Task.State.DONE);
            assertThat(first.done()).isEqualTo(first.total()).isGreaterThan(20);
            List<SiteFinding> found = open(lint);
            assertThat(found)
                    .extracting(f -> f.severity() + " " + f.page() + " " + f.rule() + " " + f.field())
                    .containsExactly(
                            "ERROR  footer-item footer:police-number",
                            "ERROR /columns/meetings/ tag-blank tag:ColumnKeywords",
                            "WARNING /articles/" + article + " time-format time:2017/7/21");
            assertThat(found.get(2).article()).contains(article);

            group.later(Period.ofDays(1));
            pages.wrong.remove("meetings");
            Task second = run(group, lint);
            assertThat(second.words().orElse("")).contains("现有问题 2 处，已改正 1 处");
            assertThat(open(lint))
                    .extracting(SiteFinding::id)
                    .containsExactly(found.get(0).id(), found.get(2).id());
            assertThat(open(lint).get(0).first()).isEqualTo(found.get(0).first());
            assertThat(open(lint).get(0).last()).isAfter(found.get(0).last());
            SiteFinding mended = lint.get(OPERATOR, PROVINCE, found.get(1).id());
            assertThat(mended.mended()).contains(group.clock.instant());

            pages.wrong.put("meetings", FRAME.replace("ColumnKeywords content=栏", "ColumnKeywords content=''"));
            run(group, lint);
            assertThat(lint.get(OPERATOR, PROVINCE, found.get(1).id()).mended()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneFindingIsLookedForAgainWithoutTheOthers(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteLint lint = of(group);
            long article = group.published(PROVINCE, "notices", "通知").id();
            pages.wrong.put("/", FRAME);
            pages.wrong.put(
                    "" + article, ARTICLE + "<a href=https://example.com/>外</a><a href=//nanming.example.org>内</a>");
            run(group, lint);
            assertThat(open(lint)).extracting(SiteFinding::rule).hasSize(9).endsWith("external-link");
            SiteFinding link = open(lint).get(8);

            group.later(Period.ofDays(1));
            assertThat(lint.check(OPERATOR, PROVINCE, link.id()).mended()).isEmpty();
            pages.wrong.clear();
            assertThat(lint.check(OPERATOR, PROVINCE, link.id()).mended()).contains(group.clock.instant());
            assertThat(open(lint)).hasSize(8).allMatch(f -> f.rule().equals("footer-item"));
            assertThat(lint.worst(OPERATOR, PROVINCE, SiteFinding.State.MENDED, Optional.empty(), Optional.empty(), 9))
                    .extracting(SiteFinding::id)
                    .containsExactly(link.id());
            assertThat(lint.check(OPERATOR, PROVINCE, open(lint).get(0).id()).mended())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theListIsTurnedByPagesAndBySeverity(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteLint lint = of(group);
            pages.wrong.put("/", FRAME);
            pages.wrong.put("meetings", FRAME.replace("工作动态", "别的"));
            run(group, lint);
            List<SiteFinding> all = open(lint);
            assertThat(all).hasSize(9);
            List<SiteFinding> first = list(lint, Optional.empty(), Optional.empty(), 4);
            assertThat(first).isEqualTo(all.subList(0, 4));
            assertThat(list(lint, Optional.empty(), Optional.of(first.get(3).id()), 100))
                    .isEqualTo(all.subList(4, 9));
            assertThat(list(lint, Optional.of(Severity.HINT), Optional.empty(), 100))
                    .extracting(SiteFinding::rule)
                    .containsExactly("column-type");
        }
    }

    private static List<SiteFinding> list(
            SiteLint lint, Optional<Severity> severity, Optional<String> after, int limit) {
        return lint.worst(OPERATOR, PROVINCE, SiteFinding.State.OPEN, severity, after, limit);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatBrokeGoesOnBehindWhatItKept(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteLint lint = of(group);
            for (int i = 0; i < 60; i++) {
                long id = group.published(PROVINCE, "notices", "通知" + i).id();
                pages.wrong.put("" + id, ARTICLE + "<span data-time='昨天'></span>");
            }
            pages.wrong.put("/", FRAME + FOOT);
            pages.broken = 55;
            Task broken = run(group, lint);
            assertThat(broken.state()).isEqualTo(Task.State.FAILED);
            assertThat(open(lint)).hasSize(51);

            pages.broken = Integer.MAX_VALUE;
            group.tasks.resume(OPERATOR, broken.id());
            group.work(new LintWork(lint, group.store, group.words));
            Task done = group.tasks.get(OPERATOR, broken.id());
            assertThat(done.state()).isEqualTo(Task.State.DONE);
            assertThat(done.done()).isEqualTo(done.total());
            assertThat(open(lint)).hasSize(61);
        }
    }

    @ParameterizedTest
    @EnumSource
    void atTheShellATaskThatFailedIsShownAndNotWhatWasFoundEarlier(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteLint lint = of(group);
            group.published(PROVINCE, "notices", "通知");
            pages.wrong.put("/", FRAME + FOOT);
            assertThat(followed(group, lint)).singleElement().asString().contains("footer-item");
            pages.broken = 0;
            assertThat(followed(group, lint))
                    .singleElement()
                    .asString()
                    .contains(group.words.say(Texts.CHINESE, "shell.sitegroup.task.failed"))
                    .doesNotContain("footer-item");
        }
    }

    private static List<List<String>> followed(ColumnsGroup group, SiteLint lint) {
        return new LintSite(lint, group.tasks, group.words)
                .run(
                        OPERATOR,
                        Map.of("site", PROVINCE.value(), "--follow", "true"),
                        words -> group.work(new LintWork(lint, group.store, group.words)))
                .rows();
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotAndWhatIsNotThereIsRefused(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteLint lint = of(group);
            assertThat(refusal(() -> lint.start(READER, PROVINCE))).isEqualTo("forbidden");
            assertThat(refusal(() -> list(lint, READER))).isEqualTo("forbidden");
            assertThat(refusal(() -> lint.check(READER, PROVINCE, "0"))).isEqualTo("forbidden");
            assertThat(refusal(() -> lint.get(OPERATOR, PROVINCE, "0123456789abcdef")))
                    .isEqualTo("finding_not_found");
            assertThat(refusal(() -> lint.start(OPERATOR, new SiteCode("5299000001"))))
                    .isEqualTo("site_not_found");
            lint.start(OPERATOR, PROVINCE);
            assertThat(refusal(() -> lint.start(OPERATOR, PROVINCE))).isEqualTo("lint_under_way");
        }
    }

    private static List<SiteFinding> list(SiteLint lint, Actor by) {
        return lint.worst(by, PROVINCE, SiteFinding.State.OPEN, Optional.empty(), Optional.empty(), 1);
    }
}
