package org.jutong.search.internal.index;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jutong.search.Found.Attachment;

/** Titles and excerpts of hits as escaped HTML, with what was looked for in {@code <em>}. Thread-safe. */
final class Excerpts {

    private static final int LENGTH = 120;
    private static final float ALIGNED = 0.3f;
    private static final int LOOKED_THROUGH = 200_000;
    private static final String MARK = "<em>";
    private static final Set<String> ATTACHED = Set.of(Fields.FILES_CHARS, Fields.FILE, Fields.FILE_NAME);
    private static final String TOUCHING = "</em><em>";

    private final Analyzer analyzer = Fields.analyzer();

    /** Of each hit, in their order. */
    record Shown(List<String> titles, List<String> texts, List<Optional<Attachment>> attachments) {}

    Shown of(IndexSearcher searcher, Query shown, ScoreDoc[] hits) throws IOException {
        int[] numbers = Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
        if (numbers.length == 0) {
            return new Shown(List.of(), List.of(), List.of());
        }
        DefaultPassageFormatter formatter = new DefaultPassageFormatter("<em>", "</em>", "…", true);
        UnifiedHighlighter highlighter = sentences(UnifiedHighlighter.builder(searcher, analyzer), formatter);
        UnifiedHighlighter attached = sentences(UnifiedHighlighter.builderWithoutSearcher(analyzer), formatter);
        UnifiedHighlighter whole = UnifiedHighlighter.builder(searcher, analyzer)
                .withFieldMatcher(field -> true)
                .withFormatter(formatter)
                .withBreakIterator(WholeBreakIterator::new)
                .build();
        Map<String, String[]> titles =
                whole.highlightFields(new String[] {Fields.TITLE_CHARS}, shown, numbers, new int[] {1});
        Map<String, String[]> texts =
                highlighter.highlightFields(new String[] {Fields.TEXT_CHARS}, shown, numbers, new int[] {1});
        List<String> excerpts = list(texts.get(Fields.TEXT_CHARS));
        List<Optional<Attachment>> attachments = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            Optional<Attachment> in = Optional.empty();
            if (!excerpts.get(i).contains(MARK)) {
                in = attached(attached, shown, searcher.storedFields().document(numbers[i], ATTACHED), i, excerpts);
            }
            attachments.add(in);
        }
        return new Shown(list(titles.get(Fields.TITLE_CHARS)), excerpts, attachments);
    }

    /** The first attachment with what was looked for; the excerpt is taken from it. */
    private static Optional<Attachment> attached(
            UnifiedHighlighter highlighter, Query shown, Document document, int hit, List<String> excerpts)
            throws IOException {
        String[] words = document.getValues(Fields.FILES_CHARS);
        for (int i = 0; i < words.length; i++) {
            Object excerpt = highlighter.highlightWithoutSearcher(Fields.FILES_CHARS, shown, words[i], 1);
            if (excerpt != null && excerpt.toString().contains(MARK)) {
                excerpts.set(hit, excerpt.toString().replace(TOUCHING, ""));
                return Optional.of(
                        new Attachment(document.getValues(Fields.FILE_NAME)[i], document.getValues(Fields.FILE)[i]));
            }
        }
        return Optional.empty();
    }

    private static UnifiedHighlighter sentences(UnifiedHighlighter.Builder builder, DefaultPassageFormatter formatter) {
        return builder.withFieldMatcher(field -> true)
                .withFormatter(formatter)
                .withMaxLength(LOOKED_THROUGH)
                .withBreakIterator(() -> LengthGoalBreakIterator.createMinLength(
                        BreakIterator.getSentenceInstance(Locale.CHINA), LENGTH, ALIGNED))
                .build();
    }

    private static List<String> list(String[] given) {
        List<String> all = new ArrayList<>();
        for (String each : given) {
            all.add(Optional.ofNullable(each).orElse("").replace(TOUCHING, ""));
        }
        return all;
    }
}
