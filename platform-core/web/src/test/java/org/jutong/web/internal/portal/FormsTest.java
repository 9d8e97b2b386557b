package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    private static final String FIELD = "<input type=\"hidden\" name=\"csrf\" value=\"secret$1\">";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form method=\"post\" action=\"/a\">",
                "<FORM class=form METHOD='POST'>",
                "<form\n  action=\"/a?x>y\"\n  method = post >",
                "<form title=\"a > b\" method=\"post\">"
            })
    void eachFormThatPostsGetsTheField(String form) {
        assertThat(Forms.sign("<p>" + form + "<input></form>", "secret$1"))
                .isEqualTo("<p>" + form + FIELD + "<input></form>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form method=\"get\" action=\"/a\">",
                "<form action=\"/post\">",
                "<formula method=\"post\">",
                "&lt;form method=\"post\"&gt;"
            })
    void nothingElseGetsIt(String html) {
        assertThat(Forms.sign(html, "secret")).isEqualTo(html);
    }

    @Test
    void allFormsOfAPageGetItAndNoneWithoutASession() {
        String page = "<form method=\"post\"></form><form method=\"post\"></form>";

        assertThat(Forms.sign(page, "x").split("csrf", -1)).hasSize(3);
        assertThat(Forms.sign(page, "")).isEqualTo(page);
    }
}
