package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.store.FileRows.Content;

/** The files of articles. */
public final class ArticleFileRows {

    private static final String ARTICLE = "article";

    private final Store store;

    /** Over the site group's tables. */
    public ArticleFileRows(Store store) {
        this.store = store;
    }

    /** A content with its measures; both 0 where it is no picture. */
    public record Sized(Content content, int width, int height) {}

    /**
     * Adds a file. Whoever calls does so again where somebody keeps the same content at the same moment.
     *
     * @param sized the file, then smaller pictures of it
     * @throws Problem {@code too_many_files}
     */
    public ArticleFile add(long article, String name, List<Sized> sized, String by, Instant at, int most) {
        List<Content> contents = sized.stream().map(Sized::content).toList();
        return store.write(em -> {
            ArticleRows.lock(em, article);
            if (originals(em, article).count() >= most) {
                throw Problem.conflict("too_many_files", most);
            }
            List<StoredFile> kept = FileRows.add(em, contents, by, at);
            for (int i = 0; i < kept.size(); i++) {
                Sized each = sized.get(i);
                String own = i == 0 ? name : ArticleFile.narrower(name, each.width());
                em.persist(new ArticleFileRow(own, article, kept.get(i).id(), each.width(), each.height(), name));
            }
            em.flush();
            return file(em, em.find(ArticleFileRow.class, name));
        });
    }

    /** Those of an article, the oldest first. */
    public List<ArticleFile> of(long article) {
        return store.read(em -> originals(em, article).map(row -> file(em, row)).toList());
    }

    /** The articles that a site wrote, and those of these, that have files. */
    List<Long> articles(SiteCode owner, List<Long> others) {
        return store.read(em -> {
            List<Long> all = new ArrayList<>(em.createQuery(
                            "SELECT DISTINCT f.article FROM ArticleFile f JOIN Article a ON a.id = f.article"
                                    + " WHERE a.owner = :owner AND a.receivedFrom IS NULL",
                            Long.class)
                    .setParameter("owner", owner.value())
                    .getResultList());
            others.stream()
                    .filter(id -> originals(em, id).findAny().isPresent())
                    .forEach(all::add);
            return all;
        });
    }

    /** A file of an article or a smaller picture, or empty. */
    public Optional<StoredFile> find(long article, String name) {
        return store.read(em -> Optional.ofNullable(em.find(ArticleFileRow.class, name))
                .filter(row -> row.article() == article)
                .map(row -> em.find(FileRow.class, row.file()).file()));
    }

    /** What is public on the site under this name, or empty. */
    public Optional<StoredFile> onSite(SiteCode site, String name) {
        return store.read(em -> Optional.ofNullable(em.find(ArticleFileRow.class, name))
                .filter(row -> em.find(PlacementRow.class, new PlacementRow.Key(row.article(), site.value())) != null)
                .filter(row -> leadsTo(
                        em.find(ArticleRow.class, row.article()).article().body(), row.original()))
                .map(row -> em.find(FileRow.class, row.file()).file()));
    }

    /**
     * Removes a file with its smaller pictures; it is gone from the platform a day later.
     *
     * @throws Problem {@code file_not_found}; {@code file_in_text} where a text that counts leads to it
     */
    public StoredFile remove(long article, String name) {
        return store.write(em -> {
            ArticleRow owner = ArticleRows.lock(em, article);
            ArticleFileRow found = originals(em, article)
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("file_not_found", name));
            if (leadsTo(owner.article().body(), name)
                    || leadsTo(Wording.newest(em, owner).body(), name)) {
                throw Problem.conflict("file_in_text");
            }
            StoredFile file = em.find(FileRow.class, found.file()).file();
            em.createQuery("SELECT f FROM ArticleFile f WHERE f.original = :name", ArticleFileRow.class)
                    .setParameter("name", name)
                    .getResultList()
                    .forEach(row -> {
                        em.remove(row);
                        em.find(FileRow.class, row.file()).release();
                    });
            em.flush();
            return file;
        });
    }

    /** The words of a content, or empty where nobody kept them. */
    public Optional<String> words(String sha256) {
        return store.read(
                em -> Optional.ofNullable(em.find(FileWordsRow.class, sha256)).map(FileWordsRow::words));
    }

    /** Keeps the words of a content that is there and has none. */
    public void keepWords(String sha256, String words) {
        store.change(em -> {
            boolean there = em.createQuery("SELECT COUNT(b) FROM SiteBlob b WHERE b.sha256 = :sha256", Long.class)
                            .setParameter("sha256", sha256)
                            .getSingleResult()
                    > 0;
            if (there && em.find(FileWordsRow.class, sha256) == null) {
                em.persist(new FileWordsRow(sha256, words));
            }
        });
    }

    /** Whether a text leads to the file of this name. */
    public static boolean leadsTo(String text, String name) {
        return text.contains("/files/" + name + "\"");
    }

    private static Stream<ArticleFileRow> originals(EntityManager em, long article) {
        return em.createQuery(
                        "SELECT f FROM ArticleFile f WHERE f.article = :article ORDER BY f.file", ArticleFileRow.class)
                .setParameter(ARTICLE, article)
                .getResultStream()
                .filter(ArticleFileRow::isOriginal);
    }

    private static ArticleFile file(EntityManager em, ArticleFileRow row) {
        List<Integer> smaller = new ArrayList<>();
        em.createQuery(
                        "SELECT f.width FROM ArticleFile f WHERE f.original = :name AND f.name <> :name ORDER BY f.width",
                        Integer.class)
                .setParameter("name", row.name())
                .getResultStream()
                .forEach(smaller::add);
        return new ArticleFile(
                row.name(), em.find(FileRow.class, row.file()).file(), row.width(), row.height(), smaller);
    }
}
