package org.jutong.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StandardsTest {

    private final Standards builtIn = Standards.builtIn();

    @Test
    void anOperatorsVersionStandsBesideTheOthers() {
        ColumnStandard corrected = Changed.standard("\"version\": \"2026.2\"", "\"version\": \"2026.10\"");
        Standards more = builtIn.with(corrected);
        assertThat(more.all()).extracting(ColumnStandard::version).containsExactly("2026.1", "2026.2", "2026.10");
        assertThat(more.latest()).isSameAs(corrected);
        assertThat(more.find("2026.10")).contains(corrected);
        assertThat(more.find("no version")).isEmpty();
        assertThat(builtIn.all()).hasSize(2);
    }

    @Test
    void aVersionIsNotReplaced() {
        assertThatThrownBy(() -> builtIn.with(Changed.standard("P6M", "P5M")))
                .hasMessageContaining("standard_version_exists");
    }

    @Test
    void noColumnIsLostBetweenVersions() {
        assertThatThrownBy(() -> builtIn.with(Changed.standard(
                        "\"version\": \"2026.2\"", "\"version\": \"2026.3\"", "\"replaces\": [\"divisions\"], ", "")))
                .hasMessageContaining("standard_column_lost")
                .hasMessageContaining("province/divisions");
    }

    @Test
    void anEarlierVersionThatComesLaterIsHeldToTheSame() {
        assertThatThrownBy(() -> builtIn.with(Changed.standard(
                        "\"version\": \"2026.2\"",
                        "\"version\": \"2026.1.1\"",
                        "\"key\": \"disclosure-rules\"",
                        "\"key\": \"old-rules\"")))
                .hasMessageContaining("standard_column_lost")
                .hasMessageContaining("old-rules");
    }
}
