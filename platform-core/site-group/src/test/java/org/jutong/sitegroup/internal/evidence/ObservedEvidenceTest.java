package org.jutong.sitegroup.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.sitegroup.InspectionEvidence;
import org.jutong.sitegroup.InspectionEvidence.Known;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;

/** What an inspection makes of what people observed, at the boundaries of the rules. */
class ObservedEvidenceTest {

    private static final String TODAY = "2017-07-21";

    /** A plugin that takes letters, all of which are answered. */
    private static final InspectionEvidence PLUGIN = sites -> Map.of(
            ColumnsGroup.CITY,
            new Known(
                    Optional.of(new Letters(true, List.of())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    Set.of()));

    @ParameterizedTest
    @EnumSource
    void allSixVetoesAreDecidedAndASoundSitePasses(Database database) {
        try (Observed site = new Observed(database)) {
            assertThat(site.inspect().verdict()).isEqualTo("undecided");
            FactsCheck.subjects().forEach(about -> site.nothing(about, TODAY));
            assertThat(site.inspect().verdict()).isEqualTo("undecided");
            site.visits(21, 0);
            for (String kind : List.of("safety", "unreachable", "home", "columns", "interaction", "services")) {
                assertThat(site.veto(kind)).as(kind).isEqualTo("clear");
            }
            // 20 points of dead links are known, and 30 that nobody counted may be lost
            assertThat(site.inspect().verdict()).isEqualTo("passed");
            assertThat(site.inspect().least()).isEqualByComparingTo("70");
            site.record("count", TODAY, Facts.count("errors-open", 4));
            assertThat(site.inspect().score()).isEqualByComparingTo("88");
            assertThat(site.inspect().least()).isEqualByComparingTo("73");
            site.record("count", TODAY, Facts.count("errors-open", 1));
            assertThat(site.inspect().score()).isEqualByComparingTo("97");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWeekOfVisitsIsMeasuredByMoreThanTwentyADayAndFivePercent(Database database) {
        try (Observed site = new Observed(database)) {
            Observation few = site.visits(20, 0);
            assertThat(site.veto("unreachable")).isEqualTo("unknown");
            takeBack(site, few);
            Observation slow = site.visits(100, 5);
            assertThat(site.veto("unreachable")).isEqualTo("hit");
            takeBack(site, slow);
            // 699 quick and 36 slow of 735: 4.9 percent
            site.visits(100, 5);
            site.record("visits", "2017-07-20", Facts.visits(List.of(new Facts.Visits("2017-07-15", 35, 1))));
            assertThat(site.veto("unreachable")).isEqualTo("clear");
            site.group.later(Period.ofDays(1));
            assertThat(site.veto("unreachable")).isEqualTo("unknown");
        }
    }

    private static void takeBack(Observed site, Observation seen) {
        site.observations.takeBack(ColumnsGroup.OPERATOR, ColumnsGroup.CITY, seen.id(), "重测");
    }

    @ParameterizedTest
    @EnumSource
    void anIncidentCountsForAYearAndNotOneDayMore(Database database) {
        try (Observed site = new Observed(database)) {
            site.record("incident", "2016-07-21", Facts.incident("wording", true));
            assertThat(site.veto("safety")).isEqualTo("hit");
            site.group.later(Period.ofDays(1));
            assertThat(site.veto("safety")).isEqualTo("unknown");
            site.nothing("safety", TODAY);
            assertThat(site.veto("safety")).isEqualTo("clear");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAttackThatWasMetInTimeDoesNotSayThatTheSiteIsSafe(Database database) {
        try (Observed site = new Observed(database)) {
            site.record("incident", TODAY, Facts.incident("attack", true));
            assertThat(site.veto("safety")).isEqualTo("unknown");
            Observation looked = site.nothing("safety", TODAY);
            assertThat(site.veto("safety")).isEqualTo("clear");
            site.record("incident", TODAY, Facts.incident("attack", false));
            assertThat(site.veto("safety")).isEqualTo("hit");
            takeBack(site, looked);
            assertThat(site.veto("safety")).isEqualTo("hit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thatNothingWasFoundCountsAsLongAsTheRulesSay(Database database) {
        try (Observed site = new Observed(database)) {
            site.nothing("safety", TODAY);
            site.nothing("services", TODAY);
            site.group.at("2017-08-21T23:59");
            assertThat(site.veto("safety")).isEqualTo("clear");
            site.group.at("2017-08-22T00:00");
            assertThat(site.veto("safety")).isEqualTo("unknown");
            site.group.at("2017-10-21T23:59");
            assertThat(site.veto("services")).isEqualTo("clear");
            site.group.at("2017-10-22T00:00");
            assertThat(site.veto("services")).isEqualTo("unknown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiveGuidesThatLackFourElementsAreAVeto(Database database) {
        try (Observed site = new Observed(database)) {
            site.guides(9, List.of("place", "hours", "steps"));
            site.guides(4, List.of("place", "hours", "steps", "telephone"));
            assertThat(site.veto("services")).isEqualTo("unknown");
            site.nothing("services", TODAY);
            assertThat(site.veto("services")).isEqualTo("clear");
            site.guides(1, List.of("place", "hours", "steps", "name"));
            assertThat(site.veto("services")).isEqualTo("hit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSiteWithoutServicesIsVetoedUntilThatIsTakenBack(Database database) {
        try (Observed site = new Observed(database)) {
            site.nothing("services", TODAY);
            Observation none = site.record("no-service", TODAY, Facts.NONE);
            assertThat(site.veto("services")).isEqualTo("hit");
            site.group.later(Period.ofYears(3));
            assertThat(site.veto("services")).isEqualTo("hit");
            takeBack(site, none);
            assertThat(site.veto("services")).isEqualTo("unknown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatSomebodyFoundMayWaitThreeMonths(Database database) {
        try (Observed site = new Observed(database)) {
            site.record("letter", "2017-04-21", Facts.letter("来信 12 号"));
            assertThat(site.veto("interaction")).isEqualTo("unknown");
            assertThat(site.veto("interaction", PLUGIN)).isEqualTo("clear");
            site.nothing("interaction", TODAY);
            assertThat(site.veto("interaction")).isEqualTo("clear");
            site.group.later(Period.ofDays(1));
            assertThat(site.veto("interaction")).isEqualTo("hit");
            assertThat(site.veto("interaction", PLUGIN)).isEqualTo("hit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChannelThatSomebodyFoundNotToWorkIsNone(Database database) {
        try (Observed site = new Observed(database)) {
            assertThat(site.veto("interaction", PLUGIN)).isEqualTo("clear");
            site.record("no-channel", TODAY, Facts.NONE);
            assertThat(site.veto("interaction", PLUGIN)).isEqualTo("hit");
            assertThat(site.veto("interaction")).isEqualTo("hit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void deadLinksCountOnceEachAndMayBeMoreWhereNobodyLookedThroughAll(Database database) {
        try (Observed site = new Observed(database)) {
            for (String address : List.of("/1", "/2", "/2")) {
                site.record("dead-link", TODAY, Facts.deadLink(address, true));
            }
            site.record("dead-link", TODAY, Facts.deadLink("/2", false));
            assertThat(site.inspect().score()).isEqualByComparingTo("97.9");
            // all that nobody looked at: links 8 and 9.9, a test question 5, reported errors 15 and 10
            assertThat(site.inspect().least()).isEqualByComparingTo("50");
            site.nothing("home-dead-links", TODAY);
            assertThat(site.inspect().least()).isEqualByComparingTo("58");
        }
    }
}
