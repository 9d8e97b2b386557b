package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.identity.internal.TestClock;

class IdNumberTest {

    /** The example of GB 11643-1999 itself. */
    static final String EXAMPLE = "11010519491231002X";

    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "11010519491231002x", " 110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"})
    void isTheSameHoweverItIsTyped(String typed) {
        assertThat(IdNumber.typed(typed, clock).value()).isEqualTo(EXAMPLE);
    }

    @Test
    void theStandardsOtherExamplePassesToo() {
        assertThat(IdNumber.typed("440524188001010014", clock).masked()).isEqualTo("4405************14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "110105194912310020",
                "110105194912320023",
                "110105194902310024",
                "11010520991231002X",
                "010105194912310028",
                "11010519491231002",
                "11010519491231002XX",
                "1101051949123100\u00002X",
                "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X"
            })
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(code(() -> IdNumber.typed(typed, clock))).isEqualTo("id_number_expected");
    }

    @Test
    void eachWrongDigitAndEachSwapOfNeighboursIsFound() {
        for (int i = 0; i < 17; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != EXAMPLE.charAt(i)) {
                    String wrong = EXAMPLE.substring(0, i) + digit + EXAMPLE.substring(i + 1);
                    assertThat(code(() -> IdNumber.typed(wrong, clock))).isEqualTo("id_number_expected");
                }
            }
        }
    }

    @Test
    void isShownMaskedEvenByMistake() {
        assertThat(IdNumber.typed(EXAMPLE, clock)).hasToString("1101************2X");
        assertThat(code(() -> IdNumber.typed(null, clock))).isEqualTo("id_number_missing");
    }
}
