package org.jutong.sitegroup.internal.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.DISTRICT;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;
import static org.jutong.sitegroup.internal.ColumnsGroup.READER;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.columns.inspection.SiteEvidence.Letter;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.InspectionEvidence.Known;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.inspection.Report.ColumnLine;
import org.jutong.sitegroup.internal.inspection.SiteInspections.Inspectee;
import org.jutong.sitegroup.internal.store.TaskRows;

class InspectionsTest {

    private static SiteInspections of(ColumnsGroup group) {
        return new SiteInspections(
                group.store,
                group.memory,
                group.tasks,
                group.standards,
                SiteGroup.AUTHORITY,
                event -> {
                    synchronized (group.recorded) {
                        group.recorded.add(event);
                    }
                },
                group.clock);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnIsLateOnTheDayOnWhichItsClockEndsAndItsParentCountsWhatIsBelow(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteInspections inspections = of(group);
            group.published(PROVINCE, "meetings", "会议");
            group.later(Period.ofDays(13));
            assertThat(standing(inspections, group, "news"))
                    .extracting(ColumnLine::state, ColumnLine::daysLeft, ColumnLine::last)
                    .containsExactly("fresh", 1, "2017-07-21");
            group.later(Period.ofDays(1));
            assertThat(standing(inspections, group, "news").state()).isEqualTo("stale");
            assertThat(standing(inspections, group, "meetings").staleOn()).isEqualTo("2017-08-04");
            assertThat(standing(inspections, group, "notices").state()).isEqualTo("blank");
            Inspected inspected = inspections.last(OPERATOR, PROVINCE);
            assertThat(inspected.verdict()).isEqualTo("failed");
            assertThat(inspected.vetoes()).contains("home", "columns");
            assertThat(inspected.first())
                    .hasValueSatisfying(first -> assertThat(first.days()).isZero());
            assertThat(inspected.on()).isEqualTo(LocalDate.parse("2017-08-04"));
            assertThat(group.recorded).extracting(e -> e.action()).contains(Action.INSPECTION_RUN);
        }
    }

    private static ColumnLine standing(SiteInspections inspections, ColumnsGroup group, String key) {
        inspections.inspect(OPERATOR, PROVINCE);
        return inspections.report(OPERATOR, PROVINCE).columns().stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void whatOthersKnowCountsAndWhatNobodyKnowsIsUnknown(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            group.sites.of(CITY).stream().map(Column::key).forEach(key -> group.published(CITY, key, key));
            Inspected unknown = of(group).inspect(OPERATOR, CITY);
            assertThat(unknown.verdict()).isEqualTo("undecided");
            assertThat(unknown.vetoes()).isEmpty();
            Letter late = new Letter("7", "question", Instant.parse("2017-04-20T02:00:00Z"));
            Known letters = new Known(
                    Optional.of(new Letters(true, List.of(late))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(List.of()),
                    Map.of("home-dead-links", 3),
                    Map.of(),
                    Set.of(),
                    Set.of());
            SiteInspections told = of(group).with(List.of(sites -> Map.of(CITY, letters)));
            Inspected failed = told.inspect(OPERATOR, CITY);
            assertThat(failed.verdict()).isEqualTo("failed");
            assertThat(failed.vetoes()).containsExactly("interaction");
            assertThat(failed.score()).isEqualByComparingTo(new BigDecimal("97"));
            assertThat(told.report(OPERATOR, CITY).vetoes())
                    .extracting(Report.VetoLine::kind, Report.VetoLine::state)
                    .contains(tuple("safety", "clear"), tuple("unreachable", "unknown"), tuple("interaction", "hit"));
            SiteInspections broken = of(group).with(List.of(sites -> {
                throw new IllegalStateException("no answer");
            }));
            assertThat(broken.inspect(OPERATOR, CITY).verdict()).isEqualTo("undecided");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLetterMayWaitThreeMonthsAndNotOneDayMore(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            // the last minute of 21 April in Beijing
            Letter letter = new Letter("7", "help", Instant.parse("2017-04-21T15:59:00Z"));
            Known letters = new Known(
                    Optional.of(new Letters(true, List.of(letter))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    Set.of());
            SiteInspections told = of(group).with(List.of(sites -> Map.of(CITY, letters)));
            assertThat(told.inspect(OPERATOR, CITY).vetoes()).doesNotContain("interaction");
            group.later(Period.ofDays(1));
            assertThat(told.inspect(OPERATOR, CITY).vetoes()).contains("interaction");
            group.later(Period.ofMonths(9));
            assertThat(told.inspect(OPERATOR, CITY).vetoes()).doesNotContain("interaction");
            assertThat(of(group).inspect(OPERATOR, CITY).vetoes()).doesNotContain("interaction");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatAPluginServesIsNotBlankAndNotUpdatedWithoutATime(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            assertThat(standing(of(group), group, "enquiries").state()).isEqualTo("blank");
            assertThat(standing(served(group, Map.of()), group, "enquiries").state())
                    .isEqualTo("stale");
            assertThat(standing(served(group, Map.of()), group, "dialogue").state())
                    .isEqualTo("untimed");
            assertThat(standing(served(group, Map.of("enquiries", group.clock.instant())), group, "enquiries")
                            .state())
                    .isEqualTo("fresh");
        }
    }

    private static SiteInspections served(ColumnsGroup group, Map<String, Instant> updated) {
        Known known = new Known(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                updated,
                Set.of("enquiries"),
                Set.of());
        return of(group).with(List.of(sites -> Map.of(PROVINCE, known)));
    }

    @ParameterizedTest
    @EnumSource
    void allSitesAreInspectedAndListedWithTheWorstFirst(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteInspections inspections = of(group);
            group.sites.of(CITY).stream().map(Column::key).forEach(key -> group.published(CITY, key, key));
            group.published(DISTRICT, "meetings", "会议");
            Task task = inspections.inspectAll(OPERATOR);
            group.work(new InspectionWork(inspections, group.words));
            Task done = group.tasks.get(OPERATOR, task.id());
            assertThat(done.state()).isEqualTo(Task.State.DONE);
            assertThat(done.done()).isEqualTo(4);
            assertThat(done.total()).isEqualTo(4);
            assertThat(done.words()).contains("检查了 4 个站点；目前不合格 3 个，未定 1 个，合格 0 个。");
            List<Inspectee> worst = inspections.worst(OPERATOR, Optional.empty(), Optional.empty(), 10);
            assertThat(worst)
                    .extracting(each -> each.site().code().value())
                    .containsExactly("5200000001", "5201030001", "5201020001", "5201000001");
            List<Inspectee> second =
                    inspections.worst(OPERATOR, Optional.empty(), Optional.of(SiteInspections.cursor(worst.get(1))), 1);
            assertThat(second).containsExactly(worst.get(2));
            assertThat(inspections.worst(OPERATOR, Optional.of("undecided"), Optional.empty(), 10))
                    .containsExactly(worst.get(3));
            Actor office = new Actor("office.5201030001", "云岩区");
            assertThat(inspections.worst(office, Optional.empty(), Optional.empty(), 1))
                    .containsExactly(worst.get(1));
            assertThat(inspections.worst(READER, Optional.empty(), Optional.empty(), 10))
                    .isEmpty();
            // once more on the same day, and on the next: each site has one newest
            inspections.inspectAll(OPERATOR);
            group.work(new InspectionWork(inspections, group.words));
            group.later(Period.ofDays(1));
            inspections.inspectAll(OPERATOR);
            group.work(new InspectionWork(inspections, group.words));
            assertThat(inspections.worst(OPERATOR, Optional.empty(), Optional.empty(), 10))
                    .hasSize(4)
                    .allSatisfy(each -> assertThat(each.inspected().on()).isEqualTo(LocalDate.parse("2017-07-22")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNightHasOneInspectionHoweverManyNodesLook(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            Nightly one = new Nightly(group.store, of(group), group.clock);
            Nightly two = new Nightly(group.store, of(group), group.clock);
            try {
                group.at("2017-07-21T06:00");
                assertThat(one.beginWhenDue()).isFalse();
                group.at("2017-07-22T02:29");
                assertThat(one.beginWhenDue()).isFalse();
                group.at("2017-07-22T02:30");
                assertThat(one.beginWhenDue()).isTrue();
                assertThat(two.beginWhenDue()).isFalse();
                assertThat(one.beginWhenDue()).isFalse();
                group.at("2017-07-22T06:00");
                assertThat(two.beginWhenDue()).isFalse();
                group.at("2017-07-23T05:59");
                assertThat(two.beginWhenDue()).isTrue();
                assertThat(new TaskRows(group.store).newest(Optional.empty(), Long.MAX_VALUE, 10))
                        .extracting(Task::kind)
                        .containsExactly("inspection", "inspection");
            } finally {
                one.stop();
                two.stop();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inspectionsOfOneSiteAtTheSameMomentAreKeptOneAfterTheOther(Database database) throws Exception {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteInspections inspections = of(group);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                for (int round = 0; round < 10; round++) {
                    List<Callable<Inspected>> both = Collections.nCopies(2, () -> inspections.inspect(OPERATOR, CITY));
                    for (Future<Inspected> one : two.invokeAll(both)) {
                        assertThat(one.get().site()).isEqualTo(CITY);
                    }
                }
            } finally {
                two.shutdownNow();
            }
            assertThat(inspections.worst(OPERATOR, Optional.empty(), Optional.empty(), 10))
                    .extracting(i -> i.site().code())
                    .containsExactly(CITY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoRightOrAsksWronglyIsRefused(Database database) {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            SiteInspections inspections = of(group);
            SiteCode unknown = new SiteCode("5299000001");
            assertThat(refusal(() -> inspections.inspect(READER, PROVINCE))).isEqualTo("forbidden");
            assertThat(refusal(() -> inspections.inspectAll(READER))).isEqualTo("forbidden");
            assertThat(refusal(() -> inspections.last(READER, PROVINCE))).isEqualTo("forbidden");
            assertThat(refusal(() -> inspections.report(READER, PROVINCE))).isEqualTo("forbidden");
            assertThat(refusal(() -> inspections.last(OPERATOR, PROVINCE))).isEqualTo("site_not_inspected");
            assertThat(refusal(() -> inspections.inspect(OPERATOR, unknown))).isEqualTo("site_not_found");
            for (String cursor : new String[] {"x", "1", "-1-5200000001", "1-5200000001'", "1-520000000100"}) {
                assertThat(refusal(() -> inspections.worst(OPERATOR, Optional.empty(), Optional.of(cursor), 1)))
                        .isEqualTo("cursor_invalid");
            }
            assertThat(refusal(() -> inspections.worst(OPERATOR, Optional.of("bad"), Optional.empty(), 1)))
                    .isEqualTo("verdict_unknown");
        }
    }
}
