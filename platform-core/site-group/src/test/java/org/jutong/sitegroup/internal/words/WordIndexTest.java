package org.jutong.sitegroup.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.columns.lint.Rule;
import org.jutong.sitegroup.WordList.Kind;
import org.jutong.sitegroup.WordList.Word;
import org.jutong.sitegroup.internal.words.Personal.Number;

class WordIndexTest {

    private static Word word(String text) {
        return new Word(text, Kind.SENSITIVE, Optional.empty());
    }

    private static final WordIndex INDEX = new WordIndex(List.of(word("内部资料"), word("资料汇编"), word("abc")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "这是内部资料。",
                "内 部 资 料",
                "内\u200b部\u200c资\u2060料",
                "内\n部\u3000资\u00a0料",
            })
    void aWordIsFoundHoweverItIsHidden(String text) {
        assertThat(INDEX.in(text)).extracting(hit -> hit.word().word()).containsExactly("内部资料");
    }

    @Test
    void wordsOverlapAndFullWidthAndCaseDoNotMatter() {
        assertThat(INDEX.in("内部资料汇编")).extracting(hit -> hit.word().word()).containsExactly("内部资料", "资料汇编");
        assertThat(INDEX.in("ＡＢｃ与𠮷")).extracting(hit -> hit.word().word()).containsExactly("abc");
        assertThat(INDEX.in("内部的资料")).isEmpty();
        assertThat(new WordIndex(List.of()).in("内部资料")).isEmpty();
    }

    @Test
    void itIsShownOnceWithAFewCharactersAround() {
        String text = "一二三四五六七八九十甲乙内部资料丙丁一二三四五六七八九十，内部资料";
        assertThat(INDEX.in(text)).extracting(WordIndex.Hit::around).containsExactly("…三四五六七八九十甲乙内部资料丙丁一二三四五六七八…");
    }

    @Test
    void numbersOfPersonsAreKnownByTheirCheckDigit() {
        String text = "证号11010519491231002X，错的110105194912310021，电话13800001111，编号113800001111";
        assertThat(Personal.in(text))
                .containsExactly(
                        new Number(Rule.ID_NUMBER, "110105***********X"),
                        new Number(Rule.MOBILE_NUMBER, "138****1111"));
        assertThat(Personal.masked(text))
                .isEqualTo("证号110105***********X，错的110105194912310021，电话138****1111，编号113800001111");
    }

    @Test
    void aNumberThatIsNoDayIsNoIdentityNumber() {
        // the check digit is right, the month is 13
        assertThat(Personal.in("110105194913310020").stream().map(Number::rule)).doesNotContain(Rule.ID_NUMBER);
    }
}
