package org.jutong.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678,138****78",
        "1234567,123****67",
        "zhang@example.org,z***@example.org",
        "a@example.org,a***@example.org"
    })
    void aContactIsMaskedInLists(String contact, String masked) {
        assertThat(letter("张三丰", contact).maskedContact()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"张三丰,张**", "张,张**", "\uD842\uDFB7三,\uD842\uDFB7**"})
    void aNameIsMaskedInLists(String name, String masked) {
        assertThat(letter(name, "13812345678").maskedName()).isEqualTo(masked);
    }

    @Test
    void emptyLinesSeparateParagraphs() {
        assertThat(letter("张三", "13812345678").paragraphs()).containsExactly("一", "二");
    }

    private static Letter letter(String name, String contact) {
        return new Letter(
                1,
                new QueryCode("0123456789"),
                LetterType.HELP,
                "关于公交线路延伸的建议",
                "一\n\n二",
                name,
                contact,
                LetterState.PENDING,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
