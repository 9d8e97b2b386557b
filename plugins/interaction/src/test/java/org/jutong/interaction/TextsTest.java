package org.jutong.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern REFUSAL = Pattern.compile("Problem\\.\\w+\\((?:\\d+, )?\"(\\w+)\"");

    @Test
    void everyRefusalHasWordsInBothLanguagesAndNoneIsLeftOver() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java"))
                    .forEach(path -> REFUSAL.matcher(read(path))
                            .results()
                            .map((MatchResult found) -> "problem." + found.group(1))
                            .forEach(codes::add));
        }
        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(texts("zh-CN").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(texts("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/JUTONG-INF/texts", language + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
