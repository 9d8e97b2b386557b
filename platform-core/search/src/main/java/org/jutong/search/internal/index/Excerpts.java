package org.jutong.search.internal.index;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Titles and excerpts of hits as escaped HTML, with what was looked for in {@code <em>}. Thread-safe. */
final class Excerpts {

    private static final int LENGTH = 120;
    private static final float ALIGNED = 0.3f;
    private static final int LOOKED_THROUGH = 20_000;
    private static final String TOUCHING = "</em><em>";

    private final Analyzer analyzer = Fields.analyzer();

    /** Of each hit, in their order. */
    record Shown(List<String> titles, List<String> texts) {}

    Shown of(IndexSearcher searcher, Query shown, ScoreDoc[] hits) throws IOException {
        int[] numbers = Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
        if (numbers.length == 0) {
            return new Shown(List.of(), List.of());
        }
        DefaultPassageFormatter formatter = new DefaultPassageFormatter("<em>", "</em>", "…", true);
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                .withFieldMatcher(field -> true)
                .withFormatter(formatter)
                .withMaxLength(LOOKED_THROUGH)
                .withBreakIterator(() -> LengthGoalBreakIterator.createMinLength(
                        BreakIterator.getSentenceInstance(Locale.CHINA), LENGTH, ALIGNED))
                .build();
        UnifiedHighlighter whole = UnifiedHighlighter.builder(searcher, analyzer)
                .withFieldMatcher(field -> true)
                .withFormatter(formatter)
                .withBreakIterator(WholeBreakIterator::new)
                .build();
        Map<String, String[]> titles =
                whole.highlightFields(new String[] {Fields.TITLE_CHARS}, shown, numbers, new int[] {1});
        Map<String, String[]> texts =
                highlighter.highlightFields(new String[] {Fields.TEXT_CHARS}, shown, numbers, new int[] {1});
        return new Shown(list(titles.get(Fields.TITLE_CHARS)), list(texts.get(Fields.TEXT_CHARS)));
    }

    private static List<String> list(String[] given) {
        List<String> all = new ArrayList<>();
        for (String each : given) {
            all.add(Optional.ofNullable(each).orElse("").replace(TOUCHING, ""));
        }
        return all;
    }
}
