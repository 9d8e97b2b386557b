package org.jutong.catalog.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.catalog.Enrolment;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;

class InputTest {

    @Test
    void the_reader_gets_the_first_language_that_the_platform_speaks() {
        assertThat(Texts.preferred(null)).isEqualTo(Texts.CHINESE);
        assertThat(Texts.preferred("fr, en-GB;q=0.8, zh;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.preferred("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo(Texts.CHINESE);
        assertThat(Texts.preferred("fr")).isEqualTo(Texts.CHINESE);
        assertThat(Texts.preferred(";;q=x")).isEqualTo(Texts.CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "99999999999999999999"})
    void a_limit_outside_its_bounds_is_refused(String limit) {
        assertThatThrownBy(() -> Input.limit(limit))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).contains("limit"));
    }

    @Test
    void a_limit_that_is_left_out_is_fifty() {
        assertThat(Input.limit(null)).isEqualTo(50);
        assertThat(Input.limit("200")).isEqualTo(200);
    }

    @Test
    void a_state_is_given_in_small_letters() {
        assertThat(Input.state(Enrolment.State.class, "suspended")).isEqualTo(Enrolment.State.SUSPENDED);
        assertThatThrownBy(() -> Input.state(Enrolment.State.class, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("state_invalid"));
        assertThatThrownBy(() -> Input.state(Enrolment.State.class, "SUSPENDED"))
                .isInstanceOf(Problem.class);
    }
}
