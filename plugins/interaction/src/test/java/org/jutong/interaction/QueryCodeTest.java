package org.jutong.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;

class QueryCodeTest {

    @Test
    void isDrawnAsTenDigitsThatMayStartWithZero() {
        Random random = new Random(1);
        assertThat(Stream.generate(() -> QueryCode.draw(random).value()).limit(200))
                .allMatch(code -> code.matches("[0-9]{10}"))
                .anyMatch(code -> code.startsWith("0"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789", " 01234 56789 ", "01234-56789", "０１２３４５６７８９"})
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(QueryCode.typed(typed)).isEqualTo(new QueryCode("0123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "12345678901", "12345abcde", "' or 1=1 --"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> QueryCode.typed(typed))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("letter_code_shape");
    }
}
