package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern CODE =
            Pattern.compile("Problem\\s*\\.(?:invalid|notFound|conflict)\\(\\s*\"([a-z_]+)\"");

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("zh-CN"));
    }

    @Test
    void everyRefusalHasItsSentence() throws IOException {
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(m -> thrown.add("problem." + m.group(1)));
            }
        }
        for (String field : List.of("name", "region_name", "title", "source", "column")) {
            List.of("_missing", "_too_long", "_invalid").forEach(end -> thrown.add("problem." + field + end));
        }
        assertThat(thrown).hasSizeGreaterThan(25);
        assertThat(keys("en")).containsAll(thrown);
    }

    private static Set<String> keys(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/JUTONG-INF/texts/" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
