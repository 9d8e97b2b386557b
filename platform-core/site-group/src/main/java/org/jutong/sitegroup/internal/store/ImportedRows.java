package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Articles.Draft;

/** What became of the pages and files of old sites, by the address that they had. */
public final class ImportedRows {

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
     */
    public record Known(String path, Optional<Long> article, Optional<Long> file, String hash, int made) {}

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

    /** All that is known of the site's old addresses. */
    public List<Known> all(SiteCode site) {
        return store.read(em -> em.createQuery("SELECT i FROM Imported i WHERE i.site = :site", ImportedRow.class)
                .setParameter(SITE, site.value())
                .getResultStream()
                .map(ImportedRow::known)
                .toList());
    }

    /** Those of the articles that the site still owns in the version that the import made. */
    public Set<Long> untouched(SiteCode site, Collection<Known> made) {
        return store.read(em -> made.stream()
                .filter(known -> em.createQuery(
                                        "SELECT COUNT(a) FROM Article a WHERE a.id = :id AND a.owner = :site"
                                                + " AND a.version = :version",
                                        Long.class)
                                .setParameter("id", known.article().orElseThrow())
                                .setParameter(SITE, site.value())
                                .setParameter("version", known.made())
                                .getSingleResult()
                        > 0)
                .map(known -> known.article().orElseThrow())
                .collect(Collectors.toSet()));
    }

    /**
     * Writes and publishes pages, in one transaction.
     *
     * @param known what is known of a path, without these pages; what they need of it must not have changed since
     * @param links the body of a page with its links, given what is known now
     * @return what is known of these pages now
     */
    public List<Known> write(
            SiteCode site,
            List<Incoming> pages,
            Function<String, Optional<Known>> known,
            String by,
            Instant at,
            BiFunction<Incoming, Function<String, Optional<Known>>, Linked> links) {
        return store.write(em -> {
            Map<String, ArticleRow> rows = new LinkedHashMap<>();
            Map<String, Known> coming = new HashMap<>();
            Function<String, Optional<Known>> now =
                    path -> Optional.ofNullable(coming.get(path)).or(() -> known.apply(path));
            for (Incoming page : pages) {
                if (page.twin().isEmpty()) {
                    ArticleRow row = row(em, site, page, by, at);
                    rows.put(page.path(), row);
                    coming.put(page.path(), address(page, row.article().id(), 0));
                }
            }
            for (Incoming page : pages) {
                page.twin()
                        .ifPresent(twin -> coming.put(
                                page.path(),
                                address(
                                        page,
                                        now.apply(twin).flatMap(Known::article).orElseThrow(),
                                        0)));
            }
            Map<String, Boolean> open = new HashMap<>();
            for (Incoming page : pages) {
                ArticleRow row = rows.get(page.path());
                if (row != null) {
                    Linked linked = links.apply(page, now);
                    row.fill(page.draft().withBody(linked.body()), at);
                    open.put(page.path(), linked.open());
                }
            }
            em.flush();
            List<Known> written = new ArrayList<>();
            for (Incoming page : pages) {
                ArticleRow row = rows.get(page.path());
                place(em, page, row);
                long article = coming.get(page.path()).article().orElseThrow();
                int made = row == null ? 0 : row.article().version();
                of(em, site, page.path(), known)
                        .isArticle(article, made, page.hash(), open.getOrDefault(page.path(), false));
                written.add(address(page, article, made));
            }
            // corrected ones were noted as their placements followed
            ArticleChanges.note(
                    em,
                    pages.stream()
                            .filter(page -> page.article().isEmpty())
                            .flatMap(page -> Optional.ofNullable(rows.get(page.path())).stream())
                            .map(row -> row.article().id())
                            .toList());
            em.flush();
            return written;
        });
    }

    private static Known address(Incoming page, long article, int made) {
        return new Known(page.path(), Optional.of(article), Optional.empty(), page.hash(), made);
    }

    private static ArticleRow row(EntityManager em, SiteCode site, Incoming page, String by, Instant at) {
        if (page.article().isPresent()) {
            ArticleRow known = ArticleRows.lock(em, page.article().get());
            Wording.keep(em, known);
            known.anew(by, at, null);
            return known;
        }
        ArticleRow row = new ArticleRow(site, page.draft(), by, at, null);
        row.fill(page.draft(), at);
        row.takeOver("import");
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

    private static ImportedRow of(
            EntityManager em, SiteCode site, String path, Function<String, Optional<Known>> known) {
        if (known.apply(path).isPresent()) {
            return em.find(ImportedRow.class, new ImportedRow.Key(site.value(), path));
        }
        ImportedRow row = new ImportedRow(site.value(), path);
        em.persist(row);
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
                    row.fill(Draft.of(row.article()).withBody(bodies.get(i)), at);
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
            ArticleChanges.note(
                    em,
                    own.stream()
                            .filter(Objects::nonNull)
                            .map(row -> row.article().id())
                            .toList());
            return open.size();
        });
    }

    /**
     * Keeps files of the old site by their old paths, in one transaction.
     *
     * @param known what is known of a path
     * @return what is known of these paths now
     */
    public List<Known> keepFiles(
            SiteCode site,
            Map<String, FileRows.Content> contents,
            Function<String, Optional<Known>> known,
            String by,
            Instant at) {
        List<String> paths = List.copyOf(contents.keySet());
        return files.using(paths.stream().map(contents::get).toList(), by, at, (em, kept) -> {
            List<Known> now = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                long id = kept.get(i).id();
                String hash = kept.get(i).sha256();
                of(em, site, paths.get(i), known).isFile(id, hash);
                now.add(new Known(paths.get(i), Optional.empty(), Optional.of(id), hash, 0));
            }
            return now;
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
            Known known = row.known();
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
