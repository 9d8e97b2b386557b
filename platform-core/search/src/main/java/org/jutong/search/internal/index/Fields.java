package org.jutong.search.internal.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The fields of an article in the index. Title and text are there twice: cut into words, which find, and into single
 * characters, which find what stands there exactly, whatever the cutting makes of it, and show it.
 */
final class Fields {

    static final String ID = "id";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String TITLE_CHARS = "title.chars";
    static final String TEXT_CHARS = "text.chars";
    /** The words of its attachments, one value each. */
    static final String FILES = "files";

    static final String FILES_CHARS = "files.chars";
    /** Names of the attachments in addresses and for readers, in the order of their words. */
    static final String FILE = "file";

    static final String FILE_NAME = "file.name";
    /** There where an attachment is still to be read. */
    static final String UNREAD = "unread";
    /** Sites that show it. */
    static final String SITE = "site";
    /** The site, where it is the only one. */
    static final String ONLY = "only";
    /** Site and column, {@link #column}. */
    static final String COLUMN = "column";
    /** The same, to be read from a hit. */
    static final String PLACE = "place";

    static final String OWNER = "owner";
    static final String SUBJECT = "subject";
    static final String NUMBER = "number";
    static final String SHOWN_NUMBER = "number.shown";
    static final String SOURCE = "source";
    static final String PUBLISHED = "published";

    private Fields() {}

    static Analyzer analyzer() {
        Analyzer characters = new StandardAnalyzer(CharArraySet.EMPTY_SET);
        return new PerFieldAnalyzerWrapper(
                new SmartChineseAnalyzer(),
                Map.of(TITLE_CHARS, characters, TEXT_CHARS, characters, FILES_CHARS, characters));
    }

    static String column(String site, String key) {
        return site + "/" + key;
    }

    /** 国办发[2017] 47号 as 国办发〔2017〕47号. */
    static String number(String given) {
        return given.replaceAll("\\s", "").replaceAll("[\\[【（(〔]", "〔").replaceAll("[\\]】）)〕]", "〕");
    }

    /** What a text is cut into for a field. */
    static List<String> cut(Analyzer analyzer, String field, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
