package org.jutong.web.internal.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jutong.runtime.Texts;

/** The words of this bundle, straight from its files; a missing one fails the test. */
final class FileTexts implements Texts {

    static Properties load(String language) {
        String name = "/JUTONG-INF/texts/" + language + ".properties";
        Properties words = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(FileTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private final Properties chinese = load("zh-CN");

    @Override
    public String say(Locale locale, String key, List<?> arguments) {
        String pattern = chinese.getProperty(key);
        if (pattern == null && key.startsWith("problem.")) {
            return key + arguments;
        }
        if (pattern == null) {
            throw new AssertionError("no text " + key);
        }
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }

    @Override
    public Map<String, String> all(Locale locale, String prefix) {
        throw new UnsupportedOperationException();
    }
}
