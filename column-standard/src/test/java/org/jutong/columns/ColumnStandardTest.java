package org.jutong.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnStandardTest {

    private static final List<String> FIRST_LEVEL = List.of("要闻动态", "政务公开", "办事服务", "互动交流", "走进贵阳");

    private final ColumnStandard standard = ColumnStandard.load();

    @ParameterizedTest
    @ValueSource(strings = {"province", "prefecture", "county"})
    void everyLevelHasTheNavigationOfAPortal(String level) {
        assertThat(standard.columns(level).stream()
                        .filter(c -> c.parent().isEmpty())
                        .map(c -> c.nameFor("贵阳")))
                .containsExactlyElementsOf(FIRST_LEVEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "prefecture", "county", "department"})
    void everyKeyIsUniqueAndEveryTypeIsOfTheList(String level) {
        List<StandardColumn> columns = standard.columns(level);
        assertThat(columns).extracting(StandardColumn::key).doesNotHaveDuplicates();
        assertThat(standard.types())
                .containsAll(columns.stream().map(StandardColumn::type).toList());
    }

    @Test
    void aSecondLevelColumnFollowsItsParent() {
        Optional<String> current = Optional.empty();
        for (StandardColumn column : standard.columns("province")) {
            if (column.parent().isEmpty()) {
                current = Optional.of(column.key());
            }
            assertThat(column.parent()).isIn(Optional.empty(), current);
        }
    }

    @Test
    void lowerLevelsAreNamedAsTheyAre() {
        assertThat(nameOf("province", "regions")).isEqualTo("市州动态");
        assertThat(nameOf("prefecture", "regions")).isEqualTo("区县动态");
        assertThat(nameOf("county", "regions")).isEqualTo("乡镇动态");
        assertThat(standard.columns("county")).extracting(StandardColumn::key).doesNotContain("open-data");
    }

    @Test
    void anUpdateClockNamesItsSourceAndHowSureItIs() {
        UpdateClock clock = standard.columns("county").get(0).clock().orElseThrow();
        assertThat(clock.period()).isEqualTo(Period.ofDays(14));
        assertThat(clock.basis().source()).contains("国办秘函〔2019〕19号");
        assertThat(clock.basis().mark()).isEqualTo(Mark.SEEN);
    }

    @Test
    void aDepartmentIsNoSmallGovernment() {
        assertThat(standard.columns("department"))
                .extracting(StandardColumn::key)
                .contains("work-news", "policies", "budgets")
                .doesNotContain("regions", "about", "open-data");
        assertThat(standard.requiredTypes("department")).doesNotContain("概况信息").contains("机构职能");
        assertThat(standard.column("department", "leaders").orElseThrow().description())
                .contains("本部门");
    }

    @Test
    void everyRuleNamesItsBasis() {
        for (ColumnStandard version : Standards.builtIn().all()) {
            for (String level : version.levels()) {
                assertThat(version.columns(level))
                        .allMatch(c -> !c.basis().source().isBlank());
                assertThat(version.local(level)).allMatch(r -> r.basis().mark() != null);
            }
            assertThat(version.tags()).allMatch(t -> !t.basis().source().isBlank());
        }
    }

    @Test
    void anUnknownLevelOrVersionIsRefused() {
        assertThatThrownBy(() -> standard.columns("village")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ColumnStandard.load("1999.1")).hasMessageContaining("1999.1");
    }

    private String nameOf(String level, String key) {
        return standard.column(level, key).orElseThrow().name();
    }
}
