package org.jutong.sitegroup.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.jutong.sitegroup.internal.importing.TextEncoding.Decoded;

class TextEncodingTest {

    @Test
    void whatAPageSaysOfItselfGoesBeforeAGuess() {
        String page = "<meta charset=\"big5\"><p>\u8cb4</p>";
        assertThat(TextEncoding.decode(page.getBytes(Charset.forName("Big5")))).isEqualTo(new Decoded(page, true));
    }

    @Test
    void aFewCharactersWithoutAnyHintAreReadAsChinese() {
        assertThat(TextEncoding.decode("贵".getBytes(Charset.forName("GBK")))).isEqualTo(new Decoded("贵", true));
    }

    @Test
    void utf8ThatClaimsToBeGbkIsReadRight() {
        String page = "<meta charset=gb2312><p>贵阳</p>";
        assertThat(TextEncoding.decode(page.getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo(page);
    }

    @Test
    void bytesOfNoEncodingAreReadAsFarAsTheyGoAndNotSure() {
        Decoded read = TextEncoding.decode(new byte[] {'a', (byte) 0x81, (byte) 0xff, 'b'});
        assertThat(read.sure()).isFalse();
        assertThat(read.text()).startsWith("a").endsWith("b");
    }
}
