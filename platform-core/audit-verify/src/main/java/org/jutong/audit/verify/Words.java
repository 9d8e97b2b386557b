package org.jutong.audit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The platform's texts, in the language of the terminal: Chinese, or English where another language is set. */
final class Words {

    private final Properties texts = new Properties();

    private Words(String language) {
        try (InputStream bytes = Words.class.getResourceAsStream("/JUTONG-INF/texts/" + language + ".properties")) {
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words of(Map<String, String> environment) {
        String set = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("zh_CN");
        return new Words(set.startsWith("zh") ? "zh-CN" : "en");
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(texts.getProperty("audit." + key)).format(arguments);
    }
}
