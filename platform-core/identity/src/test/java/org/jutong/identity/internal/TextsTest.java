package org.jutong.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern CODE = Pattern.compile(
            "Problem\\.(?:invalid|unauthenticated|forbidden|notFound|conflict|of)\\(\\s*(?:\\d+,\\s*)?\"(\\w+)\"");

    @Test
    void everyRefusalHasWordsInBothLanguages() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    codes.add("problem." + matcher.group(1));
                }
            }
        }

        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(keys("zh-CN")).containsAll(codes).isEqualTo(keys("en"));
    }

    private static Set<Object> keys(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/JUTONG-INF/texts/" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts.keySet();
    }
}
