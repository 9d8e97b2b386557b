package org.jutong.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jutong.runtime.PluginDescriptor;

class DescriptorReaderTest {

    private final DescriptorReader reader = new DescriptorReader();
    private final String example = example();

    @Test
    void theExampleIsReadWhole() throws IOException {
        PluginDescriptor descriptor = read(example);
        assertThat(descriptor.id()).isEqualTo("tea-house");
        assertThat(descriptor.title()).containsEntry("zh-CN", "茶馆").containsEntry("en", "Tea house");
        assertThat(descriptor.functionPoints()).hasSize(2);
        assertThat(descriptor.plans().get(0).prices())
                .isEqualTo(Map.of("province", 12000L, "prefecture", 6000L, "county", 0L));
        assertThat(descriptor.permissions().get(0).roles()).containsExactly("administrator", "site-owner", "editor");
        assertThat(descriptor.menu().get(0).path()).isEmpty();
        assertThat(descriptor.console().get(0).module()).isEqualTo("console/review.js");
        assertThat(descriptor.columns()).containsExactly("咨询投诉");
        assertThat(descriptor.data().retention()).isEqualTo("P2Y");
        assertThat(descriptor.responsibility()).hasSize(2);
    }

    @Test
    void whatAPluginMayLackIsEmpty() throws IOException {
        String short_ =
                example.substring(0, example.indexOf("permissions:")) + example.substring(example.indexOf("data:"));
        PluginDescriptor descriptor = read(short_);
        assertThat(descriptor.permissions()).isEmpty();
        assertThat(descriptor.menu()).isEmpty();
        assertThat(descriptor.console()).isEmpty();
        assertThat(descriptor.columns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: tea-house            | id: Tea_House            | id 应由小写字母开头",
                "id: tea-house            | id: x                    | id 应由小写字母开头",
                "id: tea-house            | nr: tea-house            | 未知的键 nr",
                "retention: P2Y           | retention: two years     | retention",
                "retention: P2Y           | retention: P0D           | retention",
                "county: 0                | county: -1               | 不小于 0",
                "county: 0                | county: 1.5              | 不小于 0",
                "county: 0                | village: 1               | village",
                "personal: true           | personal: maybe          | true 或 false",
                "personal: true           | ''                       | 缺少键 personal",
                "tea-house.review         | poll.review              | tea-house.动词",
                "editor]                  | king]                    | king",
                "console/review.js        | ../review.js             | 相对路径",
                "zh-CN: 茶馆                | fr: Salon                | 语言 fr",
                "id: standard             | id: standard, more: 1    | YAML",
                "id: standard             | '{'                      | YAML",
            })
    void aSlipIsAFaultThatNamesIt(String right, String wrong, String said) {
        String text = example.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThat(text).isNotEqualTo(example);
        assertThatThrownBy(() -> read(text)).isInstanceOf(DescriptorFault.class).hasMessageContaining(said);
    }

    @Test
    void nothingAtAllIsAFault() {
        assertThatThrownBy(() -> read("")).isInstanceOf(DescriptorFault.class);
        assertThatThrownBy(() -> read("- a")).isInstanceOf(DescriptorFault.class);
        assertThatThrownBy(() -> read("plain")).isInstanceOf(DescriptorFault.class);
    }

    private PluginDescriptor read(String text) throws IOException {
        return reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String example() {
        try (InputStream in = DescriptorReaderTest.class.getResourceAsStream("/example/plugin.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
