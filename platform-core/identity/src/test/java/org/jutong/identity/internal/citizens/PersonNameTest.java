package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三",
                "𠮷野家",
                "阿卜杜热合曼·吾守尔",
                "O'Brien-Müller Jr.",
                "བསྟན་འཛིན",
                "محمد علی",
                "می‌خواهم",
                "Nguyễn Thị Minh",
                "ᠪᠣᠷᠵᠢᠭᠢᠨ"
            })
    void isTakenInAnyScript(String name) {
        assertThat(PersonName.typed(name)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000三", "<b>", "123", "张三\u202e", "👍", "张\n三", "·", "张三;DROP TABLE", "\ud842"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(code(() -> PersonName.typed(name))).isEqualTo("name_invalid");
    }

    @Test
    void isBoundedInCharactersAsPeopleCountThem() {
        assertThat(PersonName.typed("𠮷".repeat(50))).hasSize(100);
        assertThat(code(() -> PersonName.typed("𠮷".repeat(51)))).isEqualTo("name_too_long");
        assertThat(code(() -> PersonName.typed("张".repeat(2_000_000)))).isEqualTo("name_too_long");
        assertThat(code(() -> PersonName.typed(null))).isEqualTo("name_missing");
        assertThat(code(() -> PersonName.typed(" \u3000"))).isEqualTo("name_missing");
    }

    @Test
    void isStoredInOneFormOnly() {
        assertThat(PersonName.typed(" Mu\u0308ller \u3000 Anna ")).isEqualTo("Müller Anna");
    }
}
