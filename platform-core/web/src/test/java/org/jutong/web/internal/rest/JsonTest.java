package org.jutong.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final ObjectMapper json = Json.mapper();

    /** A body with text in it. */
    record Body(String title, List<String> lines) {}

    @Test
    void text_in_any_script_is_read() throws Exception {
        Body body = json.readValue("{\"title\":\"贵州😀ᠮᠣᠩᠭᠣᠯ\",\"lines\":[\"a\\nb\\tc\"]}", Body.class);
        assertThat(body.title()).isEqualTo("贵州😀ᠮᠣᠩᠭᠣᠯ");
        assertThat(body.lines()).containsExactly("a\nb\tc");
    }

    @Test
    void characters_that_are_no_text_are_refused_with_the_field() {
        refused("{\"title\":\"a\\u0000b\"}", "title");
        refused("{\"title\":\"\\ud800\"}", "title");
        refused("{\"lines\":[\"ok\",\"\\u001b[2J\"]}", "lines");
    }

    @Test
    void a_list_with_nothing_at_one_of_its_places_is_refused() {
        refused("{\"lines\":[null]}", "lines");
    }

    @Test
    void what_is_nested_too_deep_or_written_too_long_is_not_read() {
        assertThatThrownBy(() -> json.readValue("[".repeat(51) + "]".repeat(51), JsonNode.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readValue("1".repeat(50), JsonNode.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    private void refused(String text, String field) {
        assertThatThrownBy(() -> json.readValue(text, Body.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        refusal -> assertThat(refusal.getPath().get(0).getFieldName())
                                .isEqualTo(field));
    }
}
