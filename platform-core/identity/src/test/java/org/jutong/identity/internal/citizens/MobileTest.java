package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;

class MobileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                " 138 0000 0000 ",
                "138-0000-0000",
                "１３８００００００００",
                "+86 13800000000",
                "008613800000000",
                "8613800000000",
                "\uff0b８６１３８００００００００"
            })
    void isTheSameHoweverItIsTyped(String typed) {
        assertThat(Mobile.typed(typed).number()).isEqualTo("13800000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12800000000",
                "1380000000",
                "138000000000",
                "l3800000000",
                "138OOOOOOOO",
                "١٣٨٠٠٠٠٠٠٠٠",
                "१३८००००००००",
                "1380000\u00000000",
                "\u200b13800000000",
                "0851-12345678",
                "+8513800000000",
                "admin"
            })
    void whatIsNoNumberIsRefused(String typed) {
        Problem refusal = refusal(() -> Mobile.typed(typed));

        assertThat(refusal.code()).isEqualTo("mobile_invalid");
        assertThat(refusal.field()).contains("mobile");
    }

    @Test
    void whatIsMissingOrBeyondAllMeasureIsRefused() {
        assertThat(refusal(() -> Mobile.typed(null)).code()).isEqualTo("mobile_missing");
        assertThat(refusal(() -> Mobile.typed(" ")).code()).isEqualTo("mobile_missing");
        assertThat(refusal(() -> Mobile.typed("1".repeat(1_000_000))).code()).isEqualTo("mobile_invalid");
    }

    @Test
    void isShownMaskedEvenByMistake() {
        Mobile mobile = new Mobile("13812345678");

        assertThat(mobile.masked()).isEqualTo("138****5678");
        assertThat(mobile).hasToString("138****5678");
    }
}
