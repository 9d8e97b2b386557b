package org.jutong.sitegroup.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jutong.sitegroup.ChineseScript;
import org.osgi.service.component.annotations.Component;

/** The tables of opencc4j (which are OpenCC's, Apache-2.0) and the platform's own words. Read at first use. */
@Component(service = ChineseScript.class)
public final class DictionaryScript implements ChineseScript {

    private volatile PhraseTable simplified;
    private volatile PhraseTable traditional;

    @Override
    public String toSimplified(String text) {
        if (simplified == null) {
            Map<String, String> words = new HashMap<>();
            read("/data/dictionary/TSCharacters.txt", words, w -> w);
            read("/data/dictionary/TSPhrases.txt", words, w -> w);
            read("/JUTONG-INF/chinese/to-simplified.txt", words, w -> w);
            simplified = new PhraseTable(words);
        }
        return simplified.replace(text);
    }

    @Override
    public String toTraditional(String text) {
        if (traditional == null) {
            traditional = traditionalTable();
        }
        return traditional.replace(text);
    }

    private static PhraseTable traditionalTable() {
        Map<String, String> variants = new HashMap<>();
        read("/JUTONG-INF/chinese/variants.txt", variants, w -> w);
        PhraseTable usual = new PhraseTable(variants);
        Map<String, String> words = new HashMap<>();
        read("/data/dictionary/STCharacters.txt", words, usual::replace);
        read("/data/dictionary/STPhrases.txt", words, usual::replace);
        read("/JUTONG-INF/chinese/to-traditional.txt", words, w -> w);
        return new PhraseTable(words);
    }

    /** Lines of a word, a tab, and its counterparts with the most usual first. */
    private static void read(String path, Map<String, String> words, UnaryOperator<String> form) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(DictionaryScript.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
                String[] cells = line.split("\t", 2);
                words.put(cells[0], form.apply(cells[1].split(" ", 2)[0].strip()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
