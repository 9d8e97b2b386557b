package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Articles.Draft;

/** What became of the pages and files of old sites, by the address that they had. */
public final class ImportedRows {

    private static final int MANY = 500;
    private static final String SITE = "site";

    private final Store store;
    private final FileRows files;

    /** Over the site group's tables. */
    public ImportedRows(Store store) {
        this.store = store;
        this.files = new FileRows(store);
    }

    /**
     * An old address.
     *
     * @param article the article that it is now
     * @param file the file that it is now
     * @param hash of the content
     * @param made the article's version that the import made; 0 where another page had the same content
     * @param now the article's version now; empty where there is none any more
     */
    public record Known(
            String path, Optional<Long> article, Optional<Long> file, String hash, int made, Optional<Integer> now) {

        /** Whether somebody changed the article after the import. */
        public boolean isChangedSince() {
            return made > 0 && now.filter(version -> version == made).isEmpty();
        }
    }

    /**
     * A page to be written.
     *
     * @param hash of its content
     * @param draft what it says; the links in its body are still to be put right
     * @param article the article to change; empty for a new one
     * @param twin the path of the page that says the same; no article is written then
     */
    public record Incoming(String path, String hash, Draft draft, Optional<Long> article, Optional<String> twin) {}

    /** A body with its links; open where some lead to what is not known yet. */
    public record Linked(String body, boolean open) {}

    /** What is known of these paths. */
    public Map<String, Known> known(SiteCode site, Collection<String> paths) {
        Map<String, Known> found = new HashMap<>();
        List<String> all = List.copyOf(paths);
        for (int from = 0; from < all.size(); from += MANY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MANY));
            store.read(em -> em.createQuery(
                                    "SELECT i, a.version FROM Imported i LEFT JOIN Article a ON a.id = i.article"
                                            + " AND a.owner = i.site WHERE i.site = :site AND i.path IN :paths",
                                    Object[].class)
                            .setParameter(SITE, site.value())
                            .setParameter("paths", some)
                            .getResultList())
                    .forEach(row -> {
                        Known known = ((ImportedRow) row[0]).known((Integer) row[1]);
                        found.put(known.path(), known);
                    });
        }
        return found;
    }

    /** The paths of the pages that articles with these contents were made of, by hash. */
    public Map<String, String> byHash(SiteCode site, Collection<String> hashes) {
        Map<String, String> found = new HashMap<>();
        if (!hashes.isEmpty()) {
            store.read(em -> em.createQuery(
                                    "SELECT i.hash, i.path FROM Imported i WHERE i.site = :site AND i.hash IN :hashes"
                                            + " AND i.version > 0",
                                    Object[].class)
                            .setParameter(SITE, site.value())
                            .setParameter("hashes", hashes)
                            .getResultList())
                    .forEach(row -> found.put((String) row[0], (String) row[1]));
        }
        return found;
    }

    /** Writes and publishes pages, in one transaction. */
    public void write(
            SiteCode site,
            List<Incoming> pages,
            Map<String, Known> known,
            String by,
            Instant at,
            BiFunction<Incoming, Map<String, Known>, Linked> links) {
        store.change(em -> {
            Map<String, ArticleRow> rows = new LinkedHashMap<>();
            Map<String, Known> all = new HashMap<>(known);
            for (Incoming page : pages) {
                if (page.twin().isEmpty()) {
                    ArticleRow row = row(em, site, page, by, at);
                    rows.put(page.path(), row);
                    all.put(page.path(), address(page, row.article().id()));
                }
            }
            pages.stream()
                    .filter(page -> page.twin().isPresent())
                    .forEach(page -> all.put(
                            page.path(),
                            address(page, all.get(page.twin().get()).article().orElseThrow())));
            Map<String, Boolean> open = new HashMap<>();
            for (Incoming page : pages) {
                ArticleRow row = rows.get(page.path());
                if (row != null) {
                    Linked linked = links.apply(page, all);
                    row.fill(with(page.draft(), linked.body()), at);
                    open.put(page.path(), linked.open());
                }
            }
            em.flush();
            for (Incoming page : pages) {
                ArticleRow row = rows.get(page.path());
                place(em, page, row);
                of(em, site, page.path())
                        .isArticle(
                                all.get(page.path()).article().orElseThrow(),
                                row == null ? 0 : row.article().version(),
                                page.hash(),
                                open.getOrDefault(page.path(), false));
            }
            em.flush();
        });
    }

    private static Known address(Incoming page, long article) {
        return new Known(page.path(), Optional.of(article), Optional.empty(), page.hash(), 0, Optional.empty());
    }

    private static Draft with(Draft draft, String body) {
        return new Draft(draft.title(), draft.source(), draft.author(), body, draft.column(), draft.published());
    }

    private static ArticleRow row(EntityManager em, SiteCode site, Incoming page, String by, Instant at) {
        if (page.article().isPresent()) {
            return ArticleRows.lock(em, page.article().get());
        }
        ArticleRow row = new ArticleRow(site, page.draft(), by, at, null);
        row.fill(page.draft(), at);
        row.publish(at);
        em.persist(row);
        return row;
    }

    private static void place(EntityManager em, Incoming page, ArticleRow row) {
        if (row == null) {
            return;
        }
        if (page.article().isPresent()) {
            Placements.follow(em, row.article());
        } else {
            em.persist(row.placeOn(row.article().owner().value(), row.article().column()));
        }
    }

    private static ImportedRow of(EntityManager em, SiteCode site, String path) {
        ImportedRow row = em.find(ImportedRow.class, new ImportedRow.Key(site.value(), path));
        if (row == null) {
            row = new ImportedRow(site.value(), path);
            em.persist(row);
        }
        return row;
    }

    /**
     * Puts right the links of pages that were left open, some at a time.
     *
     * @param links bodies with their links, of the bodies that are stored
     * @return how many pages that were; 0 when none is left
     */
    public int link(SiteCode site, int limit, Instant at, UnaryOperator<List<String>> links) {
        return store.write(em -> {
            List<ImportedRow> open = em.createQuery(
                            "SELECT i FROM Imported i WHERE i.site = :site AND i.open = :open ORDER BY i.path",
                            ImportedRow.class)
                    .setParameter(SITE, site.value())
                    .setParameter("open", true)
                    .setMaxResults(limit)
                    .getResultList();
            List<ArticleRow> rows = new ArrayList<>();
            for (ImportedRow each : open) {
                rows.add(em.find(ArticleRow.class, each.article(), LockModeType.PESSIMISTIC_WRITE));
            }
            List<String> bodies = links.apply(rows.stream()
                    .map(row -> row == null ? "" : row.article().body())
                    .toList());
            List<ArticleRow> own = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                ArticleRow row = rows.get(i);
                boolean untouched =
                        row != null && row.article().version() == open.get(i).version();
                own.add(untouched ? row : null);
                if (untouched) {
                    row.fill(draft(row, bodies.get(i)), at);
                }
            }
            em.flush();
            for (int i = 0; i < open.size(); i++) {
                ArticleRow row = own.get(i);
                open.get(i)
                        .linked(
                                row == null
                                        ? open.get(i).version()
                                        : row.article().version());
            }
            return open.size();
        });
    }

    private static Draft draft(ArticleRow row, String body) {
        var article = row.article();
        return new Draft(
                article.title(), article.source(), article.author(), body, article.column(), article.published());
    }

    /** Keeps a file of the old site; one that is there already stays. */
    public void keepFile(
            SiteCode site, String path, String type, String sha256, byte[] content, String by, Instant at) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        store.change(em -> {
            ImportedRow present = em.find(ImportedRow.class, new ImportedRow.Key(site.value(), path));
            if (present == null || !sha256.equals(present.known(null).hash())) {
                long id = files.add(
                                name.length() > 200 ? name.substring(name.length() - 200) : name,
                                type,
                                sha256,
                                content,
                                by,
                                at)
                        .id();
                files.use(id);
                of(em, site, path).isFile(id, sha256);
            }
        });
    }

    /** Whether this file came with the site. */
    public boolean isFileOf(SiteCode site, long file) {
        return store.read(em ->
                em.createQuery("SELECT COUNT(i) FROM Imported i WHERE i.site = :site AND i.file = :file", Long.class)
                                .setParameter(SITE, site.value())
                                .setParameter("file", file)
                                .getSingleResult()
                        > 0);
    }

    /** The site that owns the article of the old address now, and the article; or empty. */
    public Optional<Moved> moved(SiteCode site, String path) {
        return store.read(em -> {
            ImportedRow row = em.find(ImportedRow.class, new ImportedRow.Key(site.value(), path));
            if (row == null) {
                return Optional.empty();
            }
            Known known = row.known(null);
            if (known.file().isPresent()) {
                return Optional.of(new Moved(site, Optional.empty(), known.file()));
            }
            return known.article()
                    .map(id -> em.find(ArticleRow.class, id))
                    .map(article -> new Moved(article.article().owner(), known.article(), Optional.empty()));
        });
    }

    /** Where something is now. */
    public record Moved(SiteCode site, Optional<Long> article, Optional<Long> file) {}
}
