package org.jutong.search.internal.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jutong.search.internal.attached.Attachments;
import org.jutong.sitegroup.ArticleJournal.Published;

/**
 * One index in one folder. Each commit says how far in the journal it is, so that what a crash takes away is read again.
 * Thread-safe.
 */
public final class ArticleIndex implements Closeable {

    /** Grows when the fields change: an index of another form is built anew. */
    private static final String FORM = "2";

    private static final double BUFFER_MEGABYTES = 48;

    private final Attachments attachments;
    private final Directory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Opens it, or makes an empty one. */
    public ArticleIndex(Path path, Attachments attachments) throws IOException {
        this.attachments = attachments;
        Files.createDirectories(path);
        folder = FSDirectory.open(path);
        IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
        writer = new IndexWriter(folder, config);
        searchers = new SearcherManager(writer, null);
    }

    /** How far the whole index in a folder is, or empty where there is none of this form. */
    public static Optional<Long> cursor(Path path) {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (Directory folder = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(folder)) {
                return Optional.empty();
            }
            Map<String, String> said = SegmentInfos.readLatestCommit(folder).getUserData();
            return Optional.of(said)
                    .filter(data -> FORM.equals(data.get("form")))
                    .map(data -> Long.valueOf(data.get("cursor")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Brings these articles up to date; one without places goes. */
    public void put(List<Published> articles) throws IOException {
        for (Published each : articles) {
            Term id = new Term(Fields.ID, Long.toString(each.article().id()));
            if (each.places().isEmpty()) {
                writer.deleteDocuments(id);
            } else {
                writer.updateDocument(id, document(each));
            }
        }
    }

    /** Adds articles that are not in it yet, on all processors: cutting words is most of the work. */
    public void add(List<Published> articles) {
        articles.parallelStream().filter(each -> !each.places().isEmpty()).forEach(this::add);
    }

    private void add(Published article) {
        try {
            writer.addDocument(document(article));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(Published article) {
        return Documents.of(article, attachments.of(article.article()));
    }

    /** Articles with attachments that are still to be read, some of them. */
    public List<Long> unread(int limit) throws IOException {
        return search(searcher -> {
            List<Long> articles = new ArrayList<>();
            Query unread = new TermQuery(new Term(Fields.UNREAD, Fields.UNREAD));
            for (ScoreDoc each : searcher.search(unread, limit).scoreDocs) {
                articles.add(
                        Long.valueOf(searcher.storedFields().document(each.doc).get(Fields.ID)));
            }
            return articles;
        });
    }

    /** Lets searches see all that was put. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Keeps it all; from then on it is whole up to this line of the journal. */
    public void commit(long cursor) throws IOException {
        writer.setLiveCommitData(
                Map.of("cursor", Long.toString(cursor), "form", FORM).entrySet());
        writer.commit();
    }

    /** Articles in it. */
    public int size() throws IOException {
        return search(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Asks it. */
    public <R> R search(Ask<R> ask) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return ask.of(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Something to ask. */
    public interface Ask<R> {

        /** The answer. */
        R of(IndexSearcher searcher) throws IOException;
    }

    /** Forgets what was not committed. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        folder.close();
    }
}
