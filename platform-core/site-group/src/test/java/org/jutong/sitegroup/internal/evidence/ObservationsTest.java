package org.jutong.sitegroup.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.DISTRICT;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;
import static org.jutong.sitegroup.internal.ColumnsGroup.READER;
import static org.jutong.sitegroup.internal.Refusals.refusal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.inspection.Inspecting;

/** What people observe: kept, listed, taken back, and refused where it makes no sense. */
class ObservationsTest {

    private static final String TODAY = "2017-07-21";

    @ParameterizedTest
    @EnumSource
    void anObservationStandsUntilItIsTakenBackAndStaysToBeRead(Database database) {
        try (Observed site = new Observed(database)) {
            Observation link = site.record("dead-link", TODAY, Facts.deadLink("/old/1.html", true));
            Observation other = site.record("no-service", TODAY, Facts.NONE, null);
            assertThat(all(site, true)).containsExactly(other, link);
            assertThat(site.observations.of(OPERATOR, CITY, true, other.id(), 1))
                    .containsExactly(link);
            assertThat(refusal(() -> site.observations.takeBack(OPERATOR, CITY, link.id(), " ")))
                    .isEqualTo("reason_missing");
            Observation back = site.observations.takeBack(OPERATOR, CITY, link.id(), "已修复");
            assertThat(back.takenBack())
                    .hasValueSatisfying(end -> assertThat(end.reason()).isEqualTo("已修复"));
            assertThat(all(site, true)).containsExactly(other);
            assertThat(all(site, false)).containsExactly(other, back);
            assertThat(refusal(() -> site.observations.takeBack(OPERATOR, CITY, link.id(), "再次")))
                    .isEqualTo("evidence_taken_back");
            assertThat(refusal(() -> site.observations.takeBack(OPERATOR, PROVINCE, other.id(), "别的站点")))
                    .isEqualTo("evidence_not_found");
            assertThat(site.group.recorded)
                    .extracting(e -> e.action(), e -> e.site().orElseThrow())
                    .contains(tuple(Action.EVIDENCE_RECORD, CITY), tuple(Action.EVIDENCE_TAKE_BACK, CITY));
        }
    }

    private static List<Observation> all(Observed site, boolean standing) {
        return site.observations.of(OPERATOR, CITY, standing, Long.MAX_VALUE, 100);
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentGoesWithIt(Database database) {
        try (Observed site = new Observed(database)) {
            StoredFile file = site.files.keep(
                    OPERATOR, "监测报告.txt", new ByteArrayInputStream("监测报告".getBytes(StandardCharsets.UTF_8)));
            Observation seen = site.observations.record(
                    OPERATOR, CITY, new Observations.Given("no-channel", TODAY, null, "电话无人接听", file.id()));
            assertThat(site.observations.get(OPERATOR, CITY, seen.id()).document())
                    .contains(file);
            Actor office = new Actor("office.5201000001", "贵阳市");
            assertThat(refusal(() -> site.observations.record(
                            office, CITY, new Observations.Given("no-channel", TODAY, null, "", file.id()))))
                    .isEqualTo("document_unknown");
            site.group.later(Period.ofYears(3));
            site.observations.takeBack(OPERATOR, CITY, seen.id(), "已开通");
            site.group.later(Period.ofYears(3));
            new Inspecting(site.group, CITY, List.of()).finish();
            assertThat(all(site, false)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatGrewOldOrWasTakenBackIsForgottenAfterTwoYears(Database database) {
        try (Observed site = new Observed(database)) {
            Observation incident = site.record("incident", TODAY, Facts.incident("secret", false));
            Observation looked = site.nothing("services", TODAY);
            Observation gone = site.record("no-service", TODAY, Facts.NONE);
            site.observations.takeBack(OPERATOR, CITY, gone.id(), "记错");
            Inspecting inspecting = new Inspecting(site.group, CITY, List.of());
            site.group.later(Period.ofYears(2));
            inspecting.finish();
            assertThat(all(site, false)).extracting(Observation::id).contains(looked.id(), gone.id());
            site.group.later(Period.ofDays(1));
            inspecting.finish();
            assertThat(all(site, false)).containsExactly(incident);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoRightIsRefused(Database database) {
        try (Observed site = new Observed(database)) {
            Observations.Given given = new Observations.Given("no-service", TODAY, null, null, null);
            Observation seen = site.observations.record(OPERATOR, CITY, given);
            assertThat(refusal(() -> site.observations.record(READER, CITY, given)))
                    .isEqualTo("forbidden");
            assertThat(refusal(() -> site.observations.takeBack(READER, CITY, seen.id(), "x")))
                    .isEqualTo("forbidden");
            assertThat(refusal(() -> site.observations.of(READER, CITY, true, 9, 9)))
                    .isEqualTo("forbidden");
            assertThat(refusal(() -> site.observations.get(READER, CITY, seen.id())))
                    .isEqualTo("forbidden");
            SiteCode unknown = new SiteCode("5299000001");
            assertThat(refusal(() -> site.observations.record(OPERATOR, unknown, given)))
                    .isEqualTo("site_not_found");
            assertThat(refusal(() -> site.observations.get(OPERATOR, CITY, 999_999)))
                    .isEqualTo("evidence_not_found");
            assertThat(site.observations.of(OPERATOR, DISTRICT, false, Long.MAX_VALUE, 9))
                    .isEmpty();
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsField() {
        try (Observed site = new Observed(Database.DERBY)) {
            refused(site, "incidnt", TODAY, Facts.NONE, "evidence_kind_unknown", "kind");
            refused(site, "no-service", "21.7.2017", Facts.NONE, "evidence_day_invalid", "day");
            refused(site, "no-service", "2017-07-22", Facts.NONE, "evidence_day_out_of_range", "day");
            refused(site, "no-service", "2015-07-20", Facts.NONE, "evidence_day_out_of_range", "day");
            refused(site, "no-service", TODAY, Facts.nothing("safety"), "evidence_fact_misplaced", "about");
            refused(site, "nothing", TODAY, Facts.NONE, "evidence_fact_missing", "about");
            refused(site, "nothing", TODAY, Facts.nothing("columns"), "evidence_about_unknown", "about");
            refused(site, "nothing", TODAY, Facts.nothing("unreachable"), "evidence_about_unknown", "about");
            refused(site, "incident", TODAY, Facts.incident("quarrel", false), "evidence_sort_unknown", "sort");
            refused(site, "guide", TODAY, Facts.guide("", List.of()), "name_missing", "name");
            refused(site, "guide", TODAY, Facts.guide("办证", List.of("x")), "evidence_elements_unknown", "lacking");
            refused(
                    site,
                    "guide",
                    TODAY,
                    Facts.guide("办证", List.of("place", "place")),
                    "evidence_elements_unknown",
                    "lacking");
            refused(site, "dead-link", TODAY, Facts.deadLink("javascript:x", true), "address_invalid", "address");
            refused(site, "dead-link", TODAY, Facts.deadLink("/a b", true), "address_invalid", "address");
            refused(site, "count", TODAY, Facts.count("home-dead-links", 1), "evidence_item_unknown", "item");
            refused(site, "count", TODAY, Facts.count("stale-policy", 1), "evidence_item_unknown", "item");
            refused(site, "count", TODAY, Facts.count("errors-open", -1), "evidence_number_invalid", "count");
            visits(site, "2017-07-20", 100, 101, "evidence_number_invalid", "days[0].slow");
            visits(site, "2017-07-20", -1, 0, "evidence_number_invalid", "days[0].total");
            visits(site, "2017-07-22", 100, 0, "evidence_visits_day_invalid", "days[0].day");
            visits(site, "2017-06-19", 100, 0, "evidence_visits_day_invalid", "days[0].day");
            refused(site, "visits", TODAY, Facts.visits(List.of()), "evidence_days_too_many", "days");
            List<Facts.Visits> twice =
                    List.of(Observed.week(9, 0).get(0), Observed.week(9, 0).get(0));
            refused(site, "visits", TODAY, Facts.visits(twice), "evidence_visits_day_invalid", "days[1].day");
            assertThat(refusal(() -> site.record("incident", TODAY, Facts.incident("secret", false), "")))
                    .isEqualTo("words_missing");
            assertThat(refusal(() -> site.record("no-service", TODAY, Facts.NONE, "字".repeat(501))))
                    .isEqualTo("words_too_long");
            assertThat(all(site, false)).isEmpty();
            site.record("no-service", "2015-07-21", Facts.NONE, "字".repeat(500));
        }
    }

    private static void visits(Observed site, String day, int total, int slow, String code, String field) {
        refused(site, "visits", TODAY, Facts.visits(List.of(new Facts.Visits(day, total, slow))), code, field);
    }

    private static void refused(Observed site, String kind, String day, Facts facts, String code, String field) {
        assertThat(catchThrowableOfType(Problem.class, () -> site.record(kind, day, facts)))
                .extracting(Problem::code, p -> p.field().orElse(""))
                .containsExactly(code, field);
    }

    @Test
    void aStatementSaysUntilWhenItCounts() {
        try (Observed site = new Observed(Database.DERBY)) {
            assertThat(site.observations.until(site.nothing("safety", TODAY))).contains(LocalDate.parse("2017-08-21"));
            assertThat(site.observations.until(site.visits(100, 0))).contains(LocalDate.parse("2017-07-27"));
            Observation incident = site.record("incident", TODAY, Facts.incident("secret", false));
            assertThat(site.observations.until(incident)).contains(LocalDate.parse("2018-07-21"));
            assertThat(site.observations.until(site.record("no-service", TODAY, Facts.NONE)))
                    .isEmpty();
        }
    }
}
