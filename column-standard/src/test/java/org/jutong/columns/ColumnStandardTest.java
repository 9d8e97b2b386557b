package org.jutong.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    @ValueSource(strings = {"province", "prefecture", "county"})
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
        assertThat(clock.days()).isEqualTo(14);
        assertThat(clock.source()).contains("国办秘函〔2019〕19号");
        assertThat(clock.mark()).isEqualTo(Mark.SEEN);
    }

    @Test
    void anUnknownLevelOrVersionIsRefused() {
        assertThatThrownBy(() -> standard.columns("village")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ColumnStandard.load("1999.1")).hasMessageContaining("1999.1");
    }

    @Test
    void aFileThatBreaksARuleIsRefusedAndTheColumnNamed() throws IOException {
        assertThatThrownBy(() -> changed("\"key\": \"leaders\"", "\"key\": \"guide\""))
                .hasMessageContaining("guide is there twice");
        assertThatThrownBy(() -> changed("\"key\": \"leaders\"", "\"key\": \"Leaders\""))
                .hasMessageContaining("Leaders");
        assertThatThrownBy(() -> changed("\"type\": \"负责人信息\"", "\"type\": \"领导\""))
                .hasMessageContaining("领导");
        assertThatThrownBy(() -> changed("\"type\": \"负责人信息\"", "\"type\": \"机构职能\""))
                .hasMessageContaining("lacks a column of 负责人信息");
        assertThatThrownBy(() -> changed("\"keywords\": \"要闻,", "\"keyword\": \"要闻,"))
                .hasMessageContaining("keyword");
    }

    private String nameOf(String level, String key) {
        return standard.columns(level).stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static ColumnStandard changed(String from, String to) throws IOException {
        try (InputStream in = ColumnStandard.class.getResourceAsStream(
                "/JUTONG-INF/standard/columns-" + ColumnStandard.CURRENT + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            return StandardFile.parse(
                            new ByteArrayInputStream(text.replace(from, to).getBytes(StandardCharsets.UTF_8)))
                    .standard();
        }
    }
}
