package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ShellFixture.words("zh-CN").keySet())
                .isNotEmpty()
                .isEqualTo(ShellFixture.words("en").keySet());
    }
}
