package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, 138****5678",
        "citizen:13812345678, citizen:138****5678",
        "电话 138-1234-5678。, 电话 138****5678。",
        "+86 13812345678, +86 138****5678",
        "请拨打13812345678联系, 请拨打138****5678联系",
        "52010219900307123X, 520102**********3X",
        "身份证52010219900307123x号, 身份证520102**********3x号",
        "520102900307123, 520102**********23",
        "wang.fang@example.gov.cn, w***@example.gov.cn",
        "letter:7 from a@b.cn and 19912345678, letter:7 from a***@b.cn and 199****5678",
    })
    void personalDataAreHidden(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article:17",
                "site:5201000001",
                "order:13812345",
                "91520000MA6DL8JX1X",
                "a13812345678b",
                "0123456789abcdef0123456789abcdef",
                "/api/v1/sites/5201000001/articles/4711",
                "wrong_credentials",
                "",
                "2026-03-02T10:00:00+08:00",
                "550e8400-e29b-41d4-a716-446655440000",
            })
    void whatIsNoneIsLeftAlone(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }
}
