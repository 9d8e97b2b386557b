package org.jutong.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"keywords\": \"要闻,动态| \"keyword\": \"要闻,动态|standard_unknown_key|columns[0].keyword",
                "\"atMost\": 3|\"atMost\": \"3\"|standard_wrong_type|local[3].atMost",
                "\"atMost\": 3|\"atMost\": 3.5|standard_wrong_type|local[3].atMost",
                "\"atMost\": 3|\"atMost\": 0|standard_number_invalid|local[3].atMost",
                "\"name\": \"要闻动态\"|\"name\": 4|standard_wrong_type|columns[0].name",
                "\"name\": \"要闻动态\"|\"name\": \" \"|standard_missing|columns[0].name",
                "\"name\": \"要闻动态\"|\"name\": null|standard_missing|columns[0].name",
                "\"since\": \"2026-12-01\",|``|standard_missing|since",
                "2026-12-01|2026-13-01|standard_date_invalid|since",
                "\"version\": \"2026.2\"|\"version\": \"new\"|standard_version_invalid|version",
                "\"mark\": \"S\"|\"mark\": \"X\"|standard_wrong_type|sources.types.mark",
                "\"policy\": {\"period\": \"P6M\"|\"policy\": {\"period\": \"6 months\"|standard_period_invalid|clocks.policy.period",
                "\"policy\": {\"period\": \"P6M\"|\"policy\": {\"period\": \"P0D\"|standard_period_invalid|clocks.policy.period",
                "\"clock\": \"figures\"|\"clock\": \"figure\"|standard_dangling|columns[1].children[13].clock",
                "\"below\": \"dialogue\"|\"below\": \"dialog\"|standard_dangling|local[3].below",
                "\"basis\": \"merged\"|\"basis\": \"merger\"|standard_dangling|columns[4].children[0].basis",
                "\"type\": \"数据开放\"|\"type\": \"数据\"|standard_dangling|columns[1].children[14].type",
                "\"type\": \"数据开放\"|\"type\": \"数据发布\"|standard_type_lacking|levels.province",
                "\"key\": \"open-data\"|\"key\": \"catalogue\"|standard_duplicate|columns[1].children[14].key",
                "\"key\": \"open-data\"|\"key\": \"Open\"|standard_key_invalid|columns[1].children[14].key",
                "\"replaces\": [\"divisions\"]|\"replaces\": [\"news\"]|standard_contradiction|overview",
                "\"removed\": []|\"removed\": [{\"key\": \"news\", \"basis\": \"merged\"}]|standard_contradiction|removed[0]",
                "\"key\": \"surveys\",|\"key\": \"surveys\", \"children\": [{\"key\": \"x\", \"name\": \"x\", \"type\": \"首页\", \"description\": \"x\", \"keywords\": \"x\"}],|standard_too_deep|columns[3].children[1].children",
                "\"title\": \"政府网站栏目架构标准\"|\"title\": \"a\", \"title\": \"b\"|standard_unreadable|``",
                "\"removed\": []|\"removed\": [|standard_unreadable|removed",
            })
    void whatTheFileDoesNotMeanIsRefusedWithItsPlace(String from, String to, String code, String where) {
        StandardFault fault = catchThrowableOfType(StandardFault.class, () -> Changed.standard(from, to));
        assertThat(fault).as(to).isNotNull();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.where()).isEqualTo(where);
        assertThat(Words.keys("zh-CN")).contains("problem." + fault.code());
        assertThat(Words.keys("en")).contains("problem." + fault.code());
    }

    @Test
    void aFileThatIsNoneOrTooLargeIsRefused() {
        assertThatThrownBy(() -> ColumnStandard.read(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(StandardFault.class);
        assertThatThrownBy(() -> ColumnStandard.read(
                        new ByteArrayInputStream(" ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        StandardFault.class, f -> assertThat(f.code()).isEqualTo("standard_too_large"));
    }
}
