package org.jutong.columns.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jutong.columns.inspection.Veto.Kind;
import org.jutong.columns.inspection.Veto.State;

/** The third and the fourth veto at their boundaries. */
class ColumnVetoTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Known site = new Known("2026-11-23");

    @ParameterizedTest
    @CsvSource({"13, CLEAR", "14, HIT", "15, HIT"})
    void aHomePageIsStaleAfterFourteenDays(int days, State state) {
        site.home = new SiteEvidence.Home(false, Optional.of(Known.noon(TODAY.minusDays(days))));
        assertThat(site.veto(Kind.HOME).state()).isEqualTo(state);
    }

    @Test
    void daysAreThoseOfBeijing() {
        // 00:30 on 10 November in Beijing, still the 9th in Greenwich
        site.home = new SiteEvidence.Home(false, Optional.of(Instant.parse("2026-11-09T16:30:00Z")));
        assertThat(site.veto(Kind.HOME).state()).isEqualTo(State.CLEAR);
        site.home = new SiteEvidence.Home(false, Optional.of(Instant.parse("2026-11-09T15:30:00Z")));
        assertThat(site.veto(Kind.HOME).state()).isEqualTo(State.HIT);
    }

    @ParameterizedTest
    @CsvSource({"13, CLEAR", "14, HIT"})
    void aHomePageThatOnlyNavigatesIsJudgedByTheSecondLevel(int days, State state) {
        site.home = new SiteEvidence.Home(true, Optional.empty());
        site.columns(1, "yearly", true, TODAY)
                .columns(1, "yearly", false, TODAY.minusDays(days))
                .columns(1, "yearly", false, TODAY.minusDays(40));
        assertThat(site.veto(Kind.HOME).state()).isEqualTo(state);
    }

    @Test
    void aHomePageOnWhichNothingHasADateIsStale() {
        site.home = new SiteEvidence.Home(false, Optional.empty());
        assertThat(site.veto(Kind.HOME).state()).isEqualTo(State.HIT);
    }

    @ParameterizedTest
    @CsvSource({"4, 14, CLEAR", "5, 13, CLEAR", "5, 14, HIT", "6, 14, HIT"})
    void fiveFirstLevelNewsColumnsOfTwoWeeksAreTooMany(int number, int days, State state) {
        site.columns(number, "news", true, TODAY.minusDays(days));
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(state);
    }

    @Test
    void newsOfTheSecondLevelDoNotCountHereButAmongTheLongStaleOnes() {
        site.columns(9, "news", false, TODAY.minusDays(14));
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.CLEAR);
        assertThat(site.veto(Kind.COLUMNS).evidence())
                .hasSize(9)
                .allMatch(e -> e.kind() == Veto.Fact.LONG_STALE_COLUMN);
        site.columns(1, "yearly", false, TODAY.minusYears(1));
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.HIT);
    }

    @ParameterizedTest
    @CsvSource({"4, CLEAR", "5, HIT", "6, HIT"})
    void fiveBlankColumnsAreTooMany(int number, State state) {
        for (int i = 0; i < number; i++) {
            site.column("news", true, false);
        }
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(state);
    }

    @Test
    void newsAndPolicyColumnsCountTogether() {
        site.columns(3, "news", true, TODAY.minusDays(14)).columns(2, "policy", false, TODAY.minusMonths(6));
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.HIT);
        assertThat(site.veto(Kind.COLUMNS).evidence())
                .hasSize(5)
                .allMatch(e -> e.kind() == Veto.Fact.STALE_COLUMN && e.last().isPresent());
    }

    /** Six months end on the same day of the month, or on the last one where there is no such day. */
    @ParameterizedTest
    @CsvSource({
        "2025-08-31, 2026-02-27, CLEAR",
        "2025-08-31, 2026-02-28, HIT",
        "2025-08-31, 2026-03-01, HIT",
        "2023-08-31, 2024-02-28, CLEAR",
        "2023-08-31, 2024-02-29, HIT",
        "2026-05-22, 2026-11-21, CLEAR",
        "2026-05-22, 2026-11-22, HIT",
        "2025-12-31, 2026-06-29, CLEAR",
        "2025-12-31, 2026-06-30, HIT",
    })
    void sixMonthsAreThoseOfTheCalendar(LocalDate last, String today, State state) {
        Known known = new Known(today).columns(5, "policy", true, last);
        assertThat(known.veto(Kind.COLUMNS).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2025-02-27, CLEAR", "2024-02-29, 2025-02-28, HIT", "2025-11-24, 2026-11-23, CLEAR"})
    void aYearIsThatOfTheCalendar(LocalDate last, String today, State state) {
        Known known = new Known(today).columns(10, "yearly", true, last);
        assertThat(known.veto(Kind.COLUMNS).state()).isEqualTo(state);
    }

    @Test
    void whatHasNoDateCountsAsNotUpdated() {
        for (int i = 0; i < 5; i++) {
            site.column("news", false, true);
        }
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.HIT);
        assertThat(site.inspect().columns())
                .allMatch(c ->
                        c.state() == ColumnStanding.State.STALE && c.daysLeft().getAsInt() == 0);
    }

    @Test
    void aDateThatIsStillToComeBuysNoTime() {
        site.columns(1, "news", true, TODAY.plusDays(100));
        ColumnStanding standing = site.inspect().columns().get(0);
        assertThat(standing.last()).contains(TODAY);
        assertThat(standing.daysLeft()).hasValue(14);
    }

    @Test
    void columnsOfWhichNothingIsKnownLeaveItOpenOnlyWhereTheyCouldDecide() {
        site.columns(3, "news", true, TODAY.minusDays(20)).column("news", false, false);
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.CLEAR);
        site.column("news", false, false);
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.UNKNOWN);
        site.columns(2, "news", true, TODAY.minusDays(20));
        assertThat(site.veto(Kind.COLUMNS).state()).isEqualTo(State.HIT);
    }

    @Test
    void aClockThatTheRulesDoNotKnowIsSaidToBeUnknown() {
        site.columns(1, "lunar", true, TODAY);
        assertThat(site.inspect().columns()).allMatch(c -> c.state() == ColumnStanding.State.UNKNOWN);
    }

    @Test
    void everyColumnSaysHowManyDaysAreLeftTheWorstFirst() {
        site.columns(1, "yearly", true, TODAY)
                .columns(1, "news", true, TODAY.minusDays(16))
                .columns(1, "policy", true, LocalDate.parse("2026-08-31"))
                .column("news", true, false);
        List<ColumnStanding> columns = site.inspect().columns();
        assertThat(columns)
                .extracting(c -> c.state() + " "
                        + (c.daysLeft().isPresent() ? c.daysLeft().getAsInt() : "-"))
                .containsExactly("BLANK -", "STALE -2", "FRESH 97", "FRESH 365");
        assertThat(columns.get(2).staleOn()).contains(LocalDate.parse("2027-02-28"));
    }

    @Test
    void theDayOfTheFirstVetoIsThatOfTheFifthColumnOrOfTheHomePage() {
        for (int i = 0; i < 6; i++) {
            site.columns(1, "news", true, TODAY.minusDays(i));
        }
        site.home = new SiteEvidence.Home(false, Optional.of(Known.noon(TODAY)));
        // stale in 9, 10, 11, 12, 13 and 14 days; the fifth of them counts, before the home page
        assertThat(site.inspect().firstVeto()).contains(new Inspection.FirstVeto(Kind.COLUMNS, TODAY.plusDays(13), 13));
        site.home = new SiteEvidence.Home(false, Optional.of(Known.noon(TODAY.minusDays(12))));
        assertThat(site.inspect().firstVeto()).contains(new Inspection.FirstVeto(Kind.HOME, TODAY.plusDays(2), 2));
        site.home = new SiteEvidence.Home(false, Optional.of(Known.noon(TODAY.minusDays(20))));
        assertThat(site.inspect().firstVeto()).contains(new Inspection.FirstVeto(Kind.HOME, TODAY, 0));
    }

    /** On the day that is foretold the veto applies, and on the day before it does not. */
    @Test
    void theDayThatIsForetoldComesTrue() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Known now = new Known("2026-11-23");
            for (int i = 0; i < 14; i++) {
                String clock = List.of("news", "policy", "replies", "yearly").get(random.nextInt(4));
                now.columns(1, clock, random.nextBoolean(), TODAY.minusDays(random.nextInt(400)));
            }
            Optional<Inspection.FirstVeto> foretold =
                    now.inspect().firstVeto().filter(v -> v.kind() == Kind.COLUMNS && v.days() > 0);
            foretold.ifPresent(veto -> {
                assertThat(on(veto.on(), now)).isEqualTo(State.HIT);
                assertThat(on(veto.on().minusDays(1), now)).isEqualTo(State.CLEAR);
            });
        }
    }

    private static State on(LocalDate day, Known then) {
        Known later = new Known(day.toString());
        later.columns = then.columns;
        return later.veto(Kind.COLUMNS).state();
    }
}
