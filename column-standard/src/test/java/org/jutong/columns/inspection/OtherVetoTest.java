package org.jutong.columns.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jutong.columns.inspection.Veto.Kind;
import org.jutong.columns.inspection.Veto.State;

/** The vetoes that are not about columns, at their boundaries. */
class OtherVetoTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Known site = new Known("2026-11-23");

    @ParameterizedTest
    @CsvSource({
        "wording, false, 2026-11-23, HIT",
        "wording, true, 2026-11-23, HIT",
        "wording, false, 2025-11-23, HIT",
        "wording, false, 2025-11-22, CLEAR",
        "attack, true, 2026-11-23, CLEAR",
        "attack, false, 2026-11-23, HIT",
        "quarrel, false, 2026-11-23, UNKNOWN",
    })
    void anIncidentIsAVeto(String kind, boolean handled, LocalDate on, State state) {
        site.incidents.add(new SiteEvidence.Incident(on, kind, "首页", handled));
        assertThat(site.veto(Kind.SAFETY).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"100, 4, CLEAR", "100, 5, HIT", "100, 6, HIT", "21, 1, CLEAR", "21, 2, HIT", "20, 20, UNKNOWN"})
    void aSiteIsUnreachableFromFivePercentOfSlowVisitsOn(int total, int slow, State state) {
        assertThat(site.visits(total, slow).veto(Kind.UNREACHABLE).state()).isEqualTo(state);
    }

    @Test
    void theShareIsThatOfTheWholeWeek() {
        site.visits(100, 0);
        site.visits.set(3, new SiteEvidence.DayOfVisits(TODAY.minusDays(4), 100, 36));
        assertThat(site.veto(Kind.UNREACHABLE).state()).isEqualTo(State.HIT);
        site.visits.set(3, new SiteEvidence.DayOfVisits(TODAY.minusDays(4), 100, 34));
        assertThat(site.veto(Kind.UNREACHABLE).state()).isEqualTo(State.CLEAR);
    }

    @Test
    void aWeekWithADayThatNobodyMeasuredSaysNothing() {
        site.visits(100, 90);
        site.visits.remove(6);
        Veto veto = site.veto(Kind.UNREACHABLE);
        assertThat(veto.state()).isEqualTo(State.UNKNOWN);
        assertThat(veto.evidence().get(0).last()).contains(TODAY.minusDays(7));
    }

    /** More than three months, so that on the day itself there is still time. */
    @ParameterizedTest
    @CsvSource({
        "question, 2026-08-23, CLEAR",
        "question, 2026-08-22, HIT",
        "question, 2025-11-23, HIT",
        "question, 2025-11-22, CLEAR",
        "interview, 2026-08-01, CLEAR",
        "survey, 2026-08-01, CLEAR",
        "petition, 2026-08-01, CLEAR",
        "discipline, 2026-08-01, CLEAR",
    })
    void aLetterThatWaitsForMoreThanThreeMonthsIsAVeto(String kind, LocalDate received, State state) {
        site.letter(kind, received);
        assertThat(site.veto(Kind.INTERACTION).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, CLEAR", "2026-03-01, HIT"})
    void threeMonthsFromTheEndOfNovemberEndWithFebruary(String today, State state) {
        Known known = new Known(today).letter("question", LocalDate.parse("2025-11-30"));
        assertThat(known.veto(Kind.INTERACTION).state()).isEqualTo(state);
    }

    @Test
    void aSiteThatCannotBeAskedIsVetoed() {
        site.channel = false;
        assertThat(site.veto(Kind.INTERACTION).state()).isEqualTo(State.HIT);
    }

    @Test
    void aWaitingLetterForetellsItsVeto() {
        site.letter("question", TODAY.minusMonths(3));
        assertThat(site.inspect().firstVeto())
                .contains(new Inspection.FirstVeto(Kind.INTERACTION, TODAY.plusDays(1), 1));
    }

    @ParameterizedTest
    @CsvSource({"4, 4, CLEAR", "5, 3, CLEAR", "5, 4, HIT", "6, 5, HIT"})
    void fiveGuidesThatLackFourElementsAreAVeto(int guides, int lacking, State state) {
        Set<String> has = new HashSet<>(List.copyOf(Known.ALL).subList(lacking, 8));
        for (int i = 0; i < guides; i++) {
            site.guides.add(new SiteEvidence.Guide("g" + i, "事项", has));
        }
        Veto veto = site.veto(Kind.SERVICES);
        assertThat(veto.state()).isEqualTo(state);
        assertThat(veto.evidence()).hasSize(lacking < 4 ? 0 : guides);
    }

    @Test
    void aSiteWithoutAnyServiceIsVetoed() {
        site.guides.clear();
        assertThat(site.veto(Kind.SERVICES).state()).isEqualTo(State.HIT);
    }

    @Test
    void whatNobodyLookedAtIsUnknown() {
        SiteEvidence nothing = new SiteEvidence(
                "5201000001",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of());
        Inspection inspection = Inspection.of(nothing, Known.RULES, site.clock());
        assertThat(inspection.vetoes())
                .hasSize(6)
                .allMatch(v -> v.state() == State.UNKNOWN && v.evidence().get(0).kind() == Veto.Fact.NOT_KNOWN);
        assertThat(inspection.verdict()).isEqualTo(Inspection.Verdict.UNDECIDED);
        assertThat(inspection.firstVeto()).isEmpty();
    }

    @Test
    void whereOnlyWhatWasFoundIsKnownAVetoAppliesOrIsUnknown() {
        site.partly = Set.of("safety", "services");
        site.incidents.add(new SiteEvidence.Incident(TODAY, "attack", "首页", true));
        assertThat(site.veto(Kind.SAFETY).state()).isEqualTo(State.UNKNOWN);
        site.incidents.add(new SiteEvidence.Incident(TODAY, "attack", "首页", false));
        assertThat(site.veto(Kind.SAFETY).state()).isEqualTo(State.HIT);
        guides(4);
        assertThat(site.veto(Kind.SERVICES).state()).isEqualTo(State.UNKNOWN);
        assertThat(site.veto(Kind.SERVICES).evidence())
                .extracting(Veto.Evidence::kind)
                .containsExactly(
                        Veto.Fact.POOR_GUIDE,
                        Veto.Fact.POOR_GUIDE,
                        Veto.Fact.POOR_GUIDE,
                        Veto.Fact.POOR_GUIDE,
                        Veto.Fact.NOT_KNOWN);
        guides(1);
        assertThat(site.veto(Kind.SERVICES).state()).isEqualTo(State.HIT);
        assertThat(site.veto(Kind.INTERACTION).state()).isEqualTo(State.CLEAR);
    }

    private void guides(int poor) {
        for (int i = 0; i < poor; i++) {
            site.guides.add(new SiteEvidence.Guide("G" + site.guides.size(), "办证", Set.of("name", "ground", "steps")));
        }
    }
}
