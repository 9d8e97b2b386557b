package org.jutong.search.internal.index;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.search.ArticleSearch;
import org.jutong.search.Found;
import org.jutong.search.Found.Hit;
import org.jutong.search.Question;
import org.jutong.search.internal.StoredSynonyms;
import org.jutong.search.internal.index.Places.Place;
import org.jutong.search.internal.index.Queries.By;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks this node's index. */
@Component(service = ArticleSearch.class)
public final class IndexedSearch implements ArticleSearch {

    private static final int MOST = 50;
    private static final int COUNTED = 10_000;
    private static final Sort NEWEST = new Sort(new SortField(Fields.PUBLISHED, SortField.Type.LONG, true));
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final IndexKeeper keeper;
    private final Sites sites;
    private final Columns columns;
    private final ChineseScript script;
    private final StoredSynonyms synonyms;
    private final Queries queries = new Queries();
    private final Excerpts excerpts = new Excerpts();

    @Activate
    public IndexedSearch(
            @Reference IndexKeeper keeper,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference ChineseScript script,
            @Reference StoredSynonyms synonyms) {
        this.keeper = keeper;
        this.sites = sites;
        this.columns = columns;
        this.script = script;
        this.synonyms = synonyms;
    }

    @Override
    public Found find(Question question) {
        Words words = words(question.words());
        if (question.limit() < 1 || question.limit() > MOST) {
            throw Problem.invalid("limit_invalid", "limit", MOST);
        }
        if (question.page() < 1 || (long) question.page() * question.limit() > FARTHEST) {
            throw Problem.invalid("page_too_far", "page", FARTHEST);
        }
        Synonyms known = synonyms.now();
        Query filter = filter(question);
        Query shown = queries.shown(words, known);
        return keeper.search(searcher -> {
            TopDocs top = top(searcher, queries.words(words, known, By.WORDS), filter, question);
            if (top.totalHits.value == 0 && !words.pieces().isEmpty()) {
                top = top(searcher, queries.words(words, known, By.CHARACTERS), filter, question);
            }
            return found(searcher, top, shown, question);
        });
    }

    @Override
    public List<String> suggest(Optional<SiteCode> site, String typed, int limit) {
        Words asked = words(typed);
        if (asked.isEmpty()) {
            return List.of();
        }
        Question question = Question.of("");
        Query filter = filter(site.map(question::on).orElse(question));
        Query query = filtered(queries.titles(script.toSimplified(typed)), filter);
        return keeper.search(searcher -> {
            Set<String> titles = new LinkedHashSet<>();
            TopDocs top = searcher.search(query, new TopFieldCollectorManager(NEWEST, 4 * limit, null, 4 * limit));
            for (ScoreDoc each : top.scoreDocs) {
                titles.add(searcher.storedFields().document(each.doc).get(Fields.TITLE_CHARS));
            }
            return titles.stream().limit(limit).toList();
        });
    }

    private Words words(String typed) {
        String text = typed == null ? "" : typed;
        if (text.length() > LONGEST) {
            throw Problem.invalid("query_too_long", "q", LONGEST);
        }
        return Words.of(script.toSimplified(text));
    }

    private TopDocs top(IndexSearcher searcher, Query words, Query filter, Question question) throws IOException {
        Query query = filtered(words, filter);
        int most = question.page() * question.limit();
        boolean byTime = question.newest() || words instanceof MatchAllDocsQuery;
        return byTime
                ? searcher.search(query, new TopFieldCollectorManager(NEWEST, most, null, COUNTED))
                : searcher.search(query, new TopScoreDocCollectorManager(most, null, COUNTED));
    }

    private static Query filtered(Query words, Query filter) {
        return new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private Query filter(Question question) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        List<String> closed = closed();
        if (!closed.isEmpty()) {
            filter.add(queries.anyOf(Fields.ONLY, closed), Occur.MUST_NOT);
        }
        question.site().ifPresent(code -> filter.add(site(question, code), Occur.FILTER));
        question.subject()
                .ifPresent(subject -> filter.add(new TermQuery(new Term(Fields.SUBJECT, subject)), Occur.FILTER));
        question.number()
                .ifPresent(number ->
                        filter.add(new TermQuery(new Term(Fields.NUMBER, Fields.number(number))), Occur.FILTER));
        if (question.from().isPresent() || question.until().isPresent()) {
            filter.add(
                    queries.published(
                            question.from().orElse(FIRST), question.until().orElse(LAST)),
                    Occur.FILTER);
        }
        return filter.build();
    }

    private Query site(Question question, SiteCode code) {
        if (!sites.require(code).state().isPublic()) {
            throw Problem.notFound("site_not_found", code.value());
        }
        if (question.column().isPresent()) {
            String key = columns.require(code, question.column().get()).key();
            Stream<String> below = columns.of(code).stream()
                    .filter(column -> column.parent().filter(key::equals).isPresent())
                    .map(Column::key);
            return queries.anyOf(
                    Fields.COLUMN,
                    Stream.concat(Stream.of(key), below)
                            .map(each -> Fields.column(code.value(), each))
                            .toList());
        }
        return question.below()
                ? queries.anyOf(Fields.SITE, open(code))
                : new TermQuery(new Term(Fields.SITE, code.value()));
    }

    private Set<String> open(SiteCode top) {
        Set<String> open = new HashSet<>();
        sites.subtree(top).stream()
                .filter(site -> site.state().isPublic())
                .forEach(site -> open.add(site.code().value()));
        return open;
    }

    private List<String> closed() {
        return sites.page(Optional.empty(), Integer.MAX_VALUE).stream()
                .filter(site -> site.state().hasContent() && !site.state().isPublic())
                .map(site -> site.code().value())
                .toList();
    }

    private Found found(IndexSearcher searcher, TopDocs top, Query shown, Question question) throws IOException {
        int from = Math.min(top.scoreDocs.length, (question.page() - 1) * question.limit());
        ScoreDoc[] page = java.util.Arrays.copyOfRange(top.scoreDocs, from, top.scoreDocs.length);
        Excerpts.Shown excerpt = excerpts.of(searcher, shown, page);
        Places places = new Places(searcher, wanted(question));
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.length; i++) {
            Document document = searcher.storedFields().document(page[i].doc);
            Optional<Place> place = places.best(page[i].doc, document.get(Fields.OWNER));
            if (place.isPresent()) {
                hits.add(hit(
                        document,
                        place.get(),
                        excerpt.titles().get(i),
                        excerpt.texts().get(i),
                        excerpt.attachments().get(i)));
            }
        }
        boolean more = top.totalHits.relation == TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO;
        return new Found(hits, Math.toIntExact(top.totalHits.value), more);
    }

    private Places.Wanted wanted(Question question) {
        Set<String> below =
                question.site().filter(site -> question.below()).map(this::open).orElse(Set.of());
        return new Places.Wanted(
                question.site().map(SiteCode::value),
                code -> question.site()
                                .map(site -> site.value().equals(code) || below.contains(code))
                                .orElse(true)
                        && sites.find(new SiteCode(code))
                                .map(Site::state)
                                .filter(state -> state.isPublic())
                                .isPresent());
    }

    private static Hit hit(
            Document document, Place place, String title, String text, Optional<Found.Attachment> attachment) {
        return new Hit(
                Long.parseLong(document.get(Fields.ID)),
                title,
                text,
                new SiteCode(place.site()),
                place.column(),
                Instant.ofEpochMilli(
                        document.getField(Fields.PUBLISHED).numericValue().longValue()),
                document.get(Fields.SOURCE),
                Optional.ofNullable(document.get(Fields.SHOWN_NUMBER)).orElse(""),
                attachment);
    }
}
