package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredTextTest {

    @Test
    void nullBytesAndHalfCharactersAreReplaced() {
        assertThat(StoredText.of("a\0b", 10)).isEqualTo("a\uFFFDb");
        assertThat(StoredText.of("a\uD83Db", 10)).isEqualTo("a\uFFFDb");
        assertThat(StoredText.of("\uDC00", 10)).isEqualTo("\uFFFD");
        assertThat(StoredText.of("好😀", 10)).isEqualTo("好😀");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(StoredText.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(StoredText.of("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(StoredText.of("abcd😀fg", 6)).isEqualTo("abcd…");
    }
}
