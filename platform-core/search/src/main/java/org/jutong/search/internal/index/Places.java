package org.jutong.search.internal.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;

/** On which of its sites a hit is to be read. */
final class Places {

    private final List<LeafReaderContext> leaves;
    private final Wanted wanted;

    Places(IndexSearcher searcher, Wanted wanted) {
        this.leaves = searcher.getIndexReader().leaves();
        this.wanted = wanted;
    }

    /**
     * Which sites come into question.
     *
     * @param first the one that was asked for
     * @param any whether a site may be named at all
     */
    record Wanted(Optional<String> first, Predicate<String> any) {}

    /** A column of a site. */
    record Place(String site, String column) {

        static Place of(String term) {
            int slash = term.indexOf('/');
            return new Place(term.substring(0, slash), term.substring(slash + 1));
        }
    }

    /** The site that was asked for, else the owner, else the first that may be named; empty where none may. */
    Optional<Place> best(int hit, String owner) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit, leaves));
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Fields.PLACE);
        if (!values.advanceExact(hit - leaf.docBase)) {
            return Optional.empty();
        }
        Optional<Place> found = Optional.empty();
        for (int i = 0; i < values.docValueCount(); i++) {
            Place place = Place.of(values.lookupOrd(values.nextOrd()).utf8ToString());
            if (wanted.any().test(place.site())) {
                if (wanted.first().filter(place.site()::equals).isPresent()) {
                    return Optional.of(place);
                }
                if (found.isEmpty() || place.site().equals(owner)) {
                    found = Optional.of(place);
                }
            }
        }
        return found;
    }
}
