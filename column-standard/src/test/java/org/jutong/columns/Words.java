package org.jutong.columns;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** What this bundle can say. */
public final class Words {

    private Words() {}

    /** The keys of the texts in a language. */
    public static Set<String> keys(String language) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Words.class.getResourceAsStream("/JUTONG-INF/texts/" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames();
    }
}
