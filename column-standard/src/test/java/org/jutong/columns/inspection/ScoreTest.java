package org.jutong.columns.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.columns.inspection.Inspection.Verdict.FAILED;
import static org.jutong.columns.inspection.Inspection.Verdict.PASSED;
import static org.jutong.columns.inspection.Inspection.Verdict.UNDECIDED;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jutong.columns.Changed;
import org.jutong.columns.StandardFault;
import org.jutong.columns.Words;

class ScoreTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Known site = new Known("2026-11-23");

    @Test
    void aSoundSitePasses() {
        Inspection inspection = site.inspect();
        assertThat(inspection.verdict()).isEqualTo(PASSED);
        assertThat(inspection.score().total()).isEqualByComparingTo("100");
        assertThat(inspection.vetoes()).allMatch(v -> v.state() == Veto.State.CLEAR);
    }

    @Test
    void everyItemTakesAwayItsPointsAndNoMoreThanItsCap() {
        site.counts.put("other-dead-links", 7);
        assertThat(site.inspect().score().total()).isEqualByComparingTo("99.3");
        site.counts.put("other-dead-links", 1000);
        assertThat(site.inspect().score().total()).isEqualByComparingTo("90");
        site.columns(1, "policy", true, TODAY.minusMonths(6));
        assertThat(site.inspect().score().total()).isEqualByComparingTo("85");
        site.columns(3, "policy", true, TODAY.minusMonths(6));
        assertThat(site.inspect().score().total()).isEqualByComparingTo("80");
    }

    @ParameterizedTest
    @CsvSource({"101, 80.1, 86.1", "102, 80, 80", "103, 79.9, 79.9"})
    void bonusesCountOnlyAboveEighty(int links, String without, String with) {
        InspectionRules rules = InspectionRules.read(Changed.file(
                "inspection-2026.1",
                "\"each\": 0.1, \"cap\": 10",
                "\"each\": 0.1, \"cap\": 100",
                "\"each\": 1, \"cap\": 10",
                "\"each\": 9.8, \"cap\": 10"));
        site.counts.put("other-dead-links", links);
        site.counts.put("home-dead-links", 1);
        assertThat(score(rules)).isEqualByComparingTo(without);
        site.counts.put("innovation", 50);
        assertThat(score(rules)).isEqualByComparingTo(with);
    }

    private BigDecimal score(InspectionRules rules) {
        return Inspection.of(site.evidence(), rules, site.clock()).score().total();
    }

    @Test
    void allBonusesTogetherAreNoMoreThanThirty() {
        InspectionRules rules = InspectionRules.read(Changed.file("inspection-2026.1", "\"cap\": 6", "\"cap\": 60"));
        for (String bonus : List.of("publishing", "service", "dialogue")) {
            site.counts.put(bonus, 20);
        }
        assertThat(score(rules)).isEqualByComparingTo("130");
    }

    @ParameterizedTest
    @CsvSource({"4.0, PASSED", "4.1, FAILED"})
    void aSitePassesFromSixtyOn(String each, Inspection.Verdict verdict) {
        InspectionRules rules = InspectionRules.read(Changed.file(
                "inspection-2026.1", "\"each\": 0.1, \"cap\": 10", "\"each\": " + each + ", \"cap\": 100"));
        site.counts.put("other-dead-links", 10);
        assertThat(Inspection.of(site.evidence(), rules, site.clock()).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aVetoFailsTheBestScore() {
        site.channel = false;
        assertThat(site.inspect().score().total()).isEqualByComparingTo("100");
        assertThat(site.inspect().verdict()).isEqualTo(FAILED);
    }

    @Test
    void whatNobodyCountedMayStillFailTheSite() {
        site.counts.put("home-dead-links", 10);
        site.counts.put("other-dead-links", 100);
        site.counts.put("errors-late", 5);
        site.counts.remove("errors-open");
        Score score = site.inspect().score();
        assertThat(score.total()).isEqualByComparingTo("70");
        assertThat(score.least()).isEqualByComparingTo("55");
        assertThat(site.inspect().verdict()).isEqualTo(UNDECIDED);
        assertThat(score.items())
                .filteredOn(i -> i.id().equals("errors-open"))
                .allMatch(i -> !i.isAll() && i.count().isEmpty());
    }

    @Test
    void whereSomeWereFoundAndTheRestIsUnknownTheFoundOnesCount() {
        site.counts.put("home-dead-links", 4);
        site.partly = Set.of("home-dead-links");
        Score score = site.inspect().score();
        assertThat(score.total()).isEqualByComparingTo("96");
        assertThat(score.least()).isEqualByComparingTo("90");
        assertThat(score.items())
                .filteredOn(i -> i.id().equals("home-dead-links"))
                .allMatch(i -> !i.isAll() && i.count().getAsInt() == 4);
    }

    @Test
    void anOperatorsRulesTakeThePlaceOfThoseOfTheBundle(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.json");
        try (InputStream changed = Changed.file("inspection-2026.1", "\"pass\": 60", "\"pass\": 70")) {
            Files.copy(changed, file);
        }
        InspectionRules own = InspectionRules.configured(Map.of("JUTONG_INSPECTION_RULES", file.toString()));
        assertThat(own.scoring().pass()).isEqualByComparingTo("70");
        assertThat(InspectionRules.configured(Map.of()).scoring().pass()).isEqualByComparingTo("60");
        assertThat(own.statement("home-dead-links").period()).isEqualTo(Period.ofDays(14));
        assertThat(own.statement("innovation").period()).isEqualTo(Period.ofMonths(3));
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        refused("\"clock\": \"policy\", \"each\"", "\"clock\": \"polic\", \"each\"", "score.deductions[0].clock");
        refused("\"lacking\": 4", "\"lacking\": 9", "services.lacking");
        refused("\"percent\": 5", "\"percent\": 500", "unreachable.percent");
        refused("\"id\": \"steps\"", "\"id\": \"name\"", "services.elements[7].id");
        refused("\"excusedWhenHandled\": [\"attack\"]", "\"excusedWhenHandled\": [\"x\"]", "safety.excused");
        refused("\"past\": \"P1Y\"", "\"past\": \"1Y\"", "interaction.past");
        refused("\"inclusive\": true, \"basis\": \"home\"", "\"basis\": \"home\"", "home");
        refused("\"each\": 0.1", "\"each\": -0.1", "score.deductions[4].each");
        refused("\"other\": {", "\"oter\": {", "statements.other");
        refused("\"home-dead-links\": {", "\"home-dead\": {", "statements");
    }

    private static void refused(String from, String to, String where) {
        assertThatThrownBy(() -> InspectionRules.read(Changed.file("inspection-2026.1", from, to)))
                .isInstanceOfSatisfying(
                        StandardFault.class, f -> assertThat(f.where()).startsWith(where));
    }

    @Test
    void everythingThatCanBeSaidIsSaidInBothLanguages() {
        List<String> keys = new ArrayList<>();
        add(keys, "veto", Veto.Kind.values());
        add(keys, "state", Veto.State.values());
        add(keys, "evidence", Veto.Fact.values());
        add(keys, "verdict", Inspection.Verdict.values());
        add(keys, "column", ColumnStanding.State.values());
        site.inspect().score().items().forEach(i -> keys.add("inspection.item." + i.id()));
        assertThat(Words.keys("zh-CN")).containsAll(keys);
        assertThat(Words.keys("en")).containsAll(keys);
    }

    private static void add(List<String> keys, String group, Enum<?>... values) {
        for (Enum<?> value : values) {
            keys.add("inspection." + group + "." + value.name().toLowerCase(Locale.ROOT));
        }
    }
}
