package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;

class ArgumentValuesTest {

    private final ArgumentValues values = new ArgumentValues(new TestCommand(() -> Table.sentence("done")));

    private Map<String, String> read(String... typed) {
        return values.read(List.of(typed));
    }

    private Problem refusal(String... typed) {
        return catchThrowableOfType(Problem.class, () -> read(typed));
    }

    @Test
    void argumentsAreTakenInTheirOrderAndOptionsAnywhere() {
        Map<String, String> expected =
                Map.of("site", "5201000001", "plugin", "interaction", "--plan", "standard", "--quick", "true");

        assertThat(read("5201000001", "interaction", "--plan", "standard", "--quick"))
                .isEqualTo(expected);
        assertThat(read("--quick", "5201000001", "--plan=standard", "interaction"))
                .isEqualTo(expected);
    }

    @Test
    void whatWasNotGivenIsNotThere() {
        assertThat(read("5201000001", "interaction")).containsOnlyKeys("site", "plugin");
    }

    @Test
    void afterTwoDashesEverythingIsAValue() {
        assertThat(read("--", "--quick", "--plan")).isEqualTo(Map.of("site", "--quick", "plugin", "--plan"));
        assertThat(ArgumentValues.asksForHelp(List.of("--", "--help"))).isFalse();
        assertThat(ArgumentValues.asksForHelp(List.of("x", "--help"))).isTrue();
    }

    @Test
    void eachMistakeIsNamed() {
        assertThat(refusal("5201000001").code()).isEqualTo("argument_missing");
        assertThat(refusal("5201000001").arguments()).containsExactly("plugin", "应用", "catalog:order");
        assertThat(refusal("5201000001", "interaction", "more").code()).isEqualTo("argument_unexpected");
        assertThat(refusal("5201000001", "interaction", "--fast").code()).isEqualTo("option_unknown");
        assertThat(refusal("5201000001", "interaction", "--plan").code()).isEqualTo("option_value_missing");
    }
}
