package org.jutong.columns.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.columns.Changed;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.Mark;
import org.jutong.columns.drift.Deviation.Kind;

class MigrationTest {

    private static final ColumnStandard FIRST = ColumnStandard.load("2026.1");
    private static final ColumnStandard SECOND = ColumnStandard.load("2026.2");

    @ParameterizedTest
    @ValueSource(strings = {"province", "prefecture", "county", "department"})
    void aSiteMadeFromTheStandardDoesNotDrift(String level) {
        Drift drift = Drift.of(FIRST, level, "贵阳", SiteColumn.of(FIRST, level, "贵阳"));
        assertThat(drift.deviations()).isEmpty();
    }

    @Test
    void theSecondVersionAddsRenamesReclocksAndMerges() {
        List<SiteColumn> site = SiteColumn.of(FIRST, "county", "花溪");
        assertThat(Drift.of(SECOND, "county", "花溪", site).deviations())
                .extracting(d -> d.kind() + " " + d.key())
                .containsExactly(
                        "RENAMED guide",
                        "MISSING disclosure-rules",
                        "RENAMED annual-reports",
                        "WRONG_CLOCK data",
                        "MISSING enterprise-policies",
                        "MISSING service-statistics",
                        "SUPERSEDED divisions");
        List<Step> steps = MigrationPlan.to(SECOND, "county", "花溪", site).steps();
        assertThat(steps)
                .contains(
                        new Step.Rename("guide", "guide", "信息公开指南", "政府信息公开指南"),
                        new Step.Reclock("data", Optional.of(Period.ofMonths(3)), Optional.of(Period.ofMonths(2))))
                .last()
                .isInstanceOfSatisfying(Step.MergeInto.class, merge -> {
                    assertThat(merge.key()).isEqualTo("divisions");
                    assertThat(merge.target()).isEqualTo("overview");
                });
    }

    @Test
    void aWrongClockNamesTheRuleOfTheClock() {
        List<SiteColumn> site = SiteColumn.of(FIRST, "county", "花溪");
        Deviation clock = Drift.of(SECOND, "county", "花溪", site).deviations().stream()
                .filter(d -> d.kind() == Kind.WRONG_CLOCK)
                .findFirst()
                .orElseThrow();
        assertThat(clock.expected()).isEqualTo("P2M");
        assertThat(clock.found()).isEqualTo("P3M");
        assertThat(clock.basis().mark()).isEqualTo(Mark.UNVERIFIED);
    }

    @Test
    void aColumnWhoseSuccessorIsNewIsRenamedAndThoseBelowFollow() {
        ColumnStandard third = Changed.standard(
                "\"version\": \"2026.2\"",
                "\"version\": \"2026.3\"",
                "\"key\": \"dialogue\"",
                "\"key\": \"contact\", \"replaces\": [\"dialogue\"]",
                "\"below\": \"dialogue\"",
                "\"below\": \"contact\"");
        List<SiteColumn> site = new ArrayList<>(SiteColumn.of(SECOND, "county", "花溪"));
        site.add(own("mailbox", Optional.of("dialogue"), "咨询投诉"));
        MigrationPlan plan = MigrationPlan.to(third, "county", "花溪", site);
        assertThat(plan.steps()).containsExactly(new Step.Rename("dialogue", "contact", "互动交流", "互动交流"));
        assertThat(plan.applyTo(site))
                .filteredOn(c -> c.parent().equals(Optional.of("contact")))
                .extracting(SiteColumn::key)
                .contains("mailbox", "enquiries");
    }

    @Test
    void ownColumnsBelowAColumnThatIsMergedGoWithIt() {
        ColumnStandard third = Changed.standard(
                "\"version\": \"2026.2\"",
                "\"version\": \"2026.3\"",
                "\"replaces\": [\"divisions\"]",
                "\"replaces\": [\"divisions\", \"tourism\"]");
        List<SiteColumn> site = new ArrayList<>(SiteColumn.of(SECOND, "county", "花溪"));
        site.add(own("tourism", Optional.empty(), "概况信息"));
        site.add(own("scenery", Optional.of("tourism"), "概况信息"));
        MigrationPlan plan = MigrationPlan.to(third, "county", "花溪", site);
        assertThat(plan.steps())
                .containsExactly(
                        new Step.Move("scenery", Optional.of("tourism"), 1000, Optional.of("about"), 1000),
                        new Step.MergeInto(own("tourism", Optional.empty(), "概况信息"), "overview"));
        assertThat(Drift.of(third, "county", "花溪", plan.applyTo(site)).isNone()).isTrue();
        assertThat(plan.inverse("2026.2").applyTo(plan.applyTo(site))).containsExactlyInAnyOrderElementsOf(site);
    }

    @Test
    void aColumnThatTheStandardRemovesIsRetiredWithTheOnesBelowIt() {
        ColumnStandard third = Changed.standard(
                "\"version\": \"2026.2\"",
                "\"version\": \"2026.3\"",
                "\"removed\": []",
                "\"removed\": [{\"key\": \"culture\", \"basis\": \"merged\"}]");
        List<SiteColumn> site = new ArrayList<>(SiteColumn.of(SECOND, "county", "花溪"));
        site.add(own("culture", Optional.empty(), "概况信息"));
        site.add(own("songs", Optional.of("culture"), "概况信息"));
        assertThat(Drift.of(third, "county", "花溪", site).deviations())
                .extracting(d -> d.kind() + " " + d.key())
                .containsExactly("SUPERSEDED culture", "EXTRA songs");
        assertThat(MigrationPlan.to(third, "county", "花溪", site).steps())
                .extracting(Step::key)
                .containsExactly("songs", "culture");
    }

    @Test
    void ownColumnsStayWhereTheStandardAllowsThem() {
        List<SiteColumn> site = new ArrayList<>(SiteColumn.of(FIRST, "county", "花溪"));
        site.add(own("scenery", Optional.of("about"), "概况信息"));
        site.add(own("gossip", Optional.of("about"), "工作动态"));
        site.add(own("deep", Optional.of("scenery"), "概况信息"));
        for (int i = 0; i < 4; i++) {
            site.add(own("box-" + i, Optional.of("dialogue"), "咨询投诉"));
        }
        Drift drift = Drift.of(FIRST, "county", "花溪", site);
        assertThat(drift.deviations())
                .extracting(d -> d.kind() + " " + d.key())
                .containsExactlyInAnyOrder(
                        "LOCAL scenery",
                        "EXTRA gossip",
                        "EXTRA deep",
                        "LOCAL box-0",
                        "LOCAL box-1",
                        "LOCAL box-2",
                        "EXTRA box-3");
        assertThat(MigrationPlan.to(FIRST, "county", "花溪", site).applyTo(site))
                .extracting(SiteColumn::key)
                .contains("scenery", "box-2")
                .doesNotContain("gossip", "deep", "box-3");
    }

    @Test
    void aKeyTwiceOrAParentThatIsNotThereIsRefused() {
        List<SiteColumn> twice = List.of(own("a", Optional.empty(), "x"), own("a", Optional.empty(), "x"));
        assertThatThrownBy(() -> Drift.of(FIRST, "county", "花溪", twice)).hasMessageContaining("twice");
        List<SiteColumn> orphan = List.of(own("a", Optional.of("b"), "x"));
        assertThatThrownBy(() -> MigrationPlan.to(FIRST, "county", "花溪", orphan))
                .hasMessageContaining("no b above column a");
    }

    /** Columns taken away, renamed, moved, retyped, added and below each other, at random. */
    @Test
    void appliedThereIsNoDriftAndTakenBackAllIsAsItWas() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            String level = List.of("province", "county", "department").get(random.nextInt(3));
            List<SiteColumn> site = disturbed(SiteColumn.of(FIRST, level, "花溪"), random);
            ColumnStandard to = random.nextBoolean() ? FIRST : SECOND;
            MigrationPlan plan = MigrationPlan.to(to, level, "花溪", site);
            List<SiteColumn> after = plan.applyTo(site);
            assertThat(Drift.of(to, level, "花溪", after).deviations())
                    .as("seed %d", seed)
                    .allMatch(d -> d.kind() == Kind.LOCAL);
            assertThat(MigrationPlan.to(to, level, "花溪", after).steps())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(plan.inverse("2026.1").applyTo(after))
                    .as("seed %d", seed)
                    .isEqualTo(site.stream().sorted(SiteColumn.IN_ORDER).toList());
        }
    }

    private static List<SiteColumn> disturbed(List<SiteColumn> columns, Random random) {
        List<SiteColumn> site = new ArrayList<>();
        for (SiteColumn c : columns) {
            boolean above = columns.stream().anyMatch(x -> x.parent().equals(Optional.of(c.key())));
            switch (random.nextInt(above ? 10 : 12)) {
                case 0 -> site.add(c.named(c.key(), c.name() + "新"));
                case 1 -> site.add(c.placed(c.parent(), random.nextInt(200)));
                case 2 -> site.add(c.typed("首页"));
                case 3 -> site.add(c.timed(Optional.of(Period.ofDays(1 + random.nextInt(30)))));
                case 4 -> site.add(c.placed(c.parent().isEmpty() ? Optional.empty() : Optional.of("open"), 5));
                case 10, 11 -> {
                    // gone
                }
                default -> site.add(c);
            }
        }
        for (int i = 0; i < random.nextInt(12); i++) {
            Optional<String> parent = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(site.get(random.nextInt(site.size())).key());
            site.add(own("own-" + i, parent, random.nextBoolean() ? "工作动态" : "概况信息"));
        }
        return site;
    }

    private static SiteColumn own(String key, Optional<String> parent, String type) {
        return new SiteColumn(key, "自设", parent, type, Optional.empty(), 1000);
    }
}
