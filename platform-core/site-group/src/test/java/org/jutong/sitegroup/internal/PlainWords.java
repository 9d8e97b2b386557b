package org.jutong.sitegroup.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jutong.runtime.Texts;

/** The Chinese words of this bundle. */
public final class PlainWords implements Texts {

    private final Properties words = new Properties();

    /** Reads them. */
    public PlainWords() {
        try (Reader in = new InputStreamReader(
                PlainWords.class.getResourceAsStream("/JUTONG-INF/texts/zh-CN.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String say(Locale locale, String key, List<?> arguments) {
        return new MessageFormat(words.getProperty(key, key), locale).format(arguments.toArray());
    }

    @Override
    public Map<String, String> all(Locale locale, String prefix) {
        return Map.of();
    }
}
