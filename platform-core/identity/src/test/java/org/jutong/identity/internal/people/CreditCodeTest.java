package org.jutong.identity.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    /** The example of the standard, and codes that companies print on their own pages. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L", "914403001922038216", "91330100799655058B"})
    void trueCodesAreSound(String code) {
        assertThat(CreditCode.hasShape(code)).isTrue();
        assertThat(CreditCode.isSound(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000100Y34", "91350100M000010Y43", "19350100M000100Y43"})
    void aWrongCharacterOrTwoThatChangedPlacesShow(String code) {
        assertThat(CreditCode.hasShape(code)).isTrue();
        assertThat(CreditCode.isSound(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "91350100m000100y43"})
    void whatHasAnotherShapeIsNoCode(String code) {
        assertThat(CreditCode.hasShape(code)).isFalse();
    }
}
