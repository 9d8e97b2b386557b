package org.jutong.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;

class LetterDraftTest {

    private static final String TITLE = "关于公交线路延伸的建议";

    @Test
    void everyFieldIsNeededAndTheRefusalNamesIt() {
        assertThat(refused(null, TITLE, "内容", "张三", "13800000000").field()).contains("type");
        assertThat(refused("help", null, "内容", "张三", "13800000000").field()).contains("title");
        assertThat(refused("help", TITLE, " \n ", "张三", "13800000000").field()).contains("text");
        assertThat(refused("help", TITLE, "内容", "", "13800000000").field()).contains("name");
        assertThat(refused("help", TITLE, "内容", "张三", null).field()).contains("contact");
    }

    @ParameterizedTest
    @CsvSource({"9,false", "10,true", "25,true", "26,false"})
    void aTitleHasTenToTwentyFiveCharacters(int length, boolean fits) {
        String title = "字".repeat(length);
        if (fits) {
            assertThatCode(() -> LetterDraft.typed("help", title, "内容", "张三", "13800000000"))
                    .doesNotThrowAnyException();
        } else {
            assertThat(refused("help", title, "内容", "张三", "13800000000").code()).isEqualTo("letter_title_length");
        }
    }

    @Test
    void aRareCharacterCountsOnceAndALineEndOnce() {
        String rare = "\uD842\uDFB7";
        LetterDraft draft =
                LetterDraft.typed("help", rare.repeat(25), (rare + "\r\n").repeat(300), "张三", "13800000000");

        assertThat(PlainText.length(draft.title())).isEqualTo(25);
        assertThat(PlainText.length(draft.text())).isEqualTo(599);
    }

    @Test
    void sixHundredCharactersFitAndOneMoreDoesNot() {
        assertThat(LetterDraft.typed("help", TITLE, "字".repeat(600), "张三", "13800000000")
                        .text())
                .hasSize(600);
        Problem problem = refused("help", TITLE, "字".repeat(601), "张三", "13800000000");
        assertThat(problem.code()).isEqualTo("letter_text_length");
        assertThat(problem.arguments()).containsExactly(600, 601);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "+86 13800000000",
                "0851-12345678",
                "12345678",
                "0851 1234567-801",
                "a.b@example.org",
                "１３８００００００００"
            })
    void phonesAndMailAddressesAreContacts(String contact) {
        assertThatCode(() -> LetterDraft.typed("help", TITLE, "内容", "张三", contact))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345", "138000000001", "abc", "a@b", "a b@example.org", "a@@example.org", "a@example..org"})
    void otherThingsAreNot(String contact) {
        assertThat(refused("help", TITLE, "内容", "张三", contact).code()).isEqualTo("letter_contact_shape");
    }

    @Test
    void whatNoDatabaseKeepsIsLeftOut() {
        LetterDraft draft =
                LetterDraft.typed("help", TITLE + "\u0000", "甲\u0000\uD842乙\u202E", "张 \n 三", "13800000000");

        assertThat(draft.title()).isEqualTo(TITLE);
        assertThat(draft.text()).isEqualTo("甲乙");
        assertThat(draft.name()).isEqualTo("张 三");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThat(refused("praise", TITLE, "内容", "张三", "13800000000").code()).isEqualTo("letter_type_unknown");
    }

    private static Problem refused(String type, String title, String text, String name, String contact) {
        return catchThrowableOfType(Problem.class, () -> LetterDraft.typed(type, title, text, name, contact));
    }
}
