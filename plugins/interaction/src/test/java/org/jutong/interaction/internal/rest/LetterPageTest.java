package org.jutong.interaction.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;

class LetterPageTest {

    @Test
    void aFurtherPageIsNamedOnlyWhereThereIsOne() {
        assertThat(LetterPage.fetch("2")).isEqualTo(3);
        assertThat(LetterPage.of(List.of(9, 8, 7), "2", String::valueOf))
                .isEqualTo(new LetterPage<>(List.of(9, 8), "8"));
        assertThat(LetterPage.of(List.of(9, 8), "2", String::valueOf)).isEqualTo(new LetterPage<>(List.of(9, 8), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "99999999999"})
    void aLimitOutOfBoundsIsRefused(String limit) {
        assertThatThrownBy(() -> LetterPage.fetch(limit))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("letter_list_limit");
    }

    @Test
    void whatThePublicGetsHasNeitherNameNorContact() {
        for (Class<?> shown : List.of(FollowedLetter.class, PublishedLetter.class)) {
            assertThat(Arrays.stream(shown.getRecordComponents()).map(RecordComponent::getName))
                    .doesNotContain("name", "contact", "answeredBy");
        }
    }
}
