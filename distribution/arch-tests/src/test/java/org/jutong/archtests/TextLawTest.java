package org.jutong.archtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to people is said in both languages. */
class TextLawTest {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private static final Pattern REFUSAL = Pattern.compile(
            "Problem\\s*\\.\\s*(?:(?:invalid|unauthenticated|forbidden|notFound|conflict)\\(|of\\(\\s*\\d+\\s*,)\\s*\"([^\"]+)\"");

    static List<Path> bundles() {
        return Sources.bundles();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_refusal_has_its_sentence_in_its_own_bundle_or_in_the_core(Path module) {
        Set<String> codes = Sources.mainJava(module).stream()
                .flatMap(file -> REFUSAL.matcher(Sources.read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).as("codes are snake_case").allMatch(code -> code.matches("[a-z][a-z0-9_]*"));
        for (String language : LANGUAGES) {
            Set<String> said = Stream.concat(
                            Stream.of(module), Sources.bundles().stream().filter(Sources::isCore))
                    .flatMap(bundle -> Sources.texts(bundle, language).keySet().stream())
                    .collect(Collectors.toSet());
            assertThat(codes.stream().filter(code -> !said.contains("problem." + code)))
                    .as(
                            "%s of %s, because a code without a sentence is shown as a code",
                            language, Sources.name(module))
                    .isEmpty();
        }
    }

    @Test
    void where_two_bundles_word_the_same_thing_both_take_the_same_arguments() {
        Map<String, Set<String>> arguments = new TreeMap<>();
        Sources.bundles()
                .forEach(module -> Sources.texts(module, "zh-CN")
                        .forEach((key, text) -> arguments
                                .computeIfAbsent(key, unseen -> new TreeSet<>())
                                .add(placeholders(text))));
        arguments.values().removeIf(variants -> variants.size() == 1);
        assertThat(arguments)
                .as("because only one of them is heard, whichever bundle raises the problem")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys(Path module) {
        assertThat(Sources.texts(module, "en").keySet())
                .as(Sources.name(module))
                .isEqualTo(Sources.texts(module, "zh-CN").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_a_pattern_whose_apostrophes_are_doubled(Path module) {
        for (String language : LANGUAGES) {
            Map<String, String> texts = Sources.texts(module, language);
            texts.forEach((key, text) -> {
                assertThatCode(() -> new MessageFormat(text)).as(key).doesNotThrowAnyException();
                assertThat(text.replace("''", ""))
                        .as("%s %s, because a single apostrophe swallows the text after it", language, key)
                        .doesNotContain("'");
            });
        }
    }

    private static String placeholders(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
    }
}
