package org.jutong.search.internal.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jutong.search.internal.index.Synonyms.Part;

/** Lucene's queries for what somebody asks. Thread-safe. */
final class Queries {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final float TITLE = 4;
    private static final float ATTACHED = 0.5f;
    private static final float TIE = 0.1f;

    /** So many words of a question count. */
    private static final int MOST = 64;

    private final Analyzer analyzer = Fields.analyzer();

    /** Whether articles are looked for by words or by characters. */
    enum By {
        WORDS(Fields.TITLE, Fields.TEXT, Fields.FILES),
        CHARACTERS(Fields.TITLE_CHARS, Fields.TEXT_CHARS, Fields.FILES_CHARS);

        private final String title;
        private final String text;
        private final String files;

        By(String title, String text, String files) {
            this.title = title;
            this.text = text;
            this.files = files;
        }
    }

    /** Articles with all words. */
    Query words(Words words, Synonyms synonyms, By by) {
        if (words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        List<Query> all = new ArrayList<>();
        words.phrases().forEach(phrase -> add(all, exactly(List.of(phrase), By.CHARACTERS)));
        for (String piece : words.pieces()) {
            for (Part part : synonyms.parts(piece)) {
                if (part.words().size() > 1 || by == By.CHARACTERS) {
                    add(all, exactly(part.words(), by));
                } else {
                    Fields.cut(analyzer, Fields.TEXT, part.words().get(0)).forEach(term -> add(all, either(term)));
                }
            }
        }
        if (all.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        all.stream().limit(MOST).forEach(each -> query.add(each, Occur.MUST));
        return query.build();
    }

    /** What to show of a hit: the words as they stand in it. */
    Query shown(Words words, Synonyms synonyms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Stream<String> cut = words.pieces().stream()
                .flatMap(piece -> synonyms.parts(piece).stream())
                .flatMap(part -> part.words().size() > 1
                        ? part.words().stream()
                        : Stream.concat(
                                Fields.cut(analyzer, Fields.TEXT, part.words().get(0)).stream(),
                                part.words().stream()));
        Stream.concat(words.phrases().stream(), cut)
                .distinct()
                .limit(MOST)
                .forEach(each -> query.add(exactly(List.of(each), By.CHARACTERS), Occur.SHOULD));
        return query.build();
    }

    /** Titles that contain this; a Latin word may be unfinished. */
    Query titles(String typed) {
        List<String> terms = Fields.cut(analyzer, Fields.TITLE_CHARS, typed);
        return terms.isEmpty() ? new MatchNoDocsQuery() : phrase(Fields.TITLE_CHARS, terms);
    }

    Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    Query published(LocalDate from, LocalDate until) {
        return LongPoint.newRangeQuery(
                Fields.PUBLISHED,
                from.atStartOfDay(BEIJING).toInstant().toEpochMilli(),
                until.plusDays(1).atStartOfDay(BEIJING).toInstant().toEpochMilli() - 1);
    }

    private static void add(List<Query> all, Query query) {
        if (!(query instanceof MatchNoDocsQuery)) {
            all.add(query);
        }
    }

    private Query either(String term) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(new TermQuery(new Term(Fields.TITLE, term)), TITLE),
                        new TermQuery(new Term(Fields.TEXT, term)),
                        new BoostQuery(new TermQuery(new Term(Fields.FILES, term)), ATTACHED)),
                TIE);
    }

    /** One of these as it stands, in the title or the text; none where nothing of them can be looked for. */
    private Query exactly(List<String> words, By by) {
        List<Query> all = new ArrayList<>();
        for (String word : words) {
            List<String> terms = Fields.cut(analyzer, by.text, word);
            if (!terms.isEmpty()) {
                all.add(new BoostQuery(phrase(by.title, terms), TITLE));
                all.add(phrase(by.text, terms));
                all.add(new BoostQuery(phrase(by.files, terms), ATTACHED));
            }
        }
        return all.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(all, TIE);
    }

    private static Query phrase(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.get(0)))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }
}
