package org.jutong.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void anIdGetsNoThousandsSeparator() {
        assertThat(fill("letter {0}", 1234567890L)).isEqualTo("letter 1234567890");
    }

    @Test
    void aNumberThatTheTextAsksForGetsThem() {
        assertThat(fill("{0,number} yuan", 12000)).isEqualTo("12,000 yuan");
    }

    @Test
    void doubledApostrophesBecomeOne() {
        assertThat(fill("the site''s {0}", "name")).isEqualTo("the site's name");
    }

    @Test
    void aBrokenTextIsShownAsItIs() {
        assertThat(fill("a {b} c", 1)).isEqualTo("a {b} c");
    }

    private static String fill(String pattern, Object... arguments) {
        return Pattern.fill(pattern, Locale.ENGLISH, List.of(arguments));
    }
}
