package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.store.ArticleFileRows.Sized;

/** All that belongs to one site alone, read in its order and written in one transaction. */
public final class PackageRows {

    private static final String SITE = "site";
    private static final String AFTER = "after";

    private final Store store;
    private final FileRows files;

    /** Over the site group's tables. */
    public PackageRows(Store store) {
        this.store = store;
        this.files = new FileRows(store);
    }

    /**
     * An old address of the site.
     *
     * @param untouched whether the article is as it was imported; {@code twin} where another page said the same
     */
    public record Address(
            String path, Optional<Long> article, Optional<Long> file, String hash, boolean twin, boolean untouched) {}

    /** The numbers of what it wrote itself, in the order of their making. */
    public List<Long> articles(SiteCode site) {
        return store.read(em -> em.createQuery(
                        "SELECT a.id FROM Article a WHERE a.owner = :site AND a.receivedFrom IS NULL ORDER BY a.id",
                        Long.class)
                .setParameter(SITE, site.value())
                .getResultList());
    }

    /** These articles after a number, in that order. */
    public List<PackedArticle> articles(SiteCode site, long after, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT a FROM Article a WHERE a.owner = :site AND a.receivedFrom IS NULL AND a.id > :after"
                                + " ORDER BY a.id",
                        ArticleRow.class)
                .setParameter(SITE, site.value())
                .setParameter(AFTER, after)
                .setMaxResults(limit)
                .getResultStream()
                .map(ArticleRow::packed)
                .toList());
    }

    /** Its files with their old paths. */
    public void files(SiteCode site, BiConsumer<String, StoredFile> each) {
        store.read(em -> em.createQuery(
                                "SELECT i.path, f FROM Imported i JOIN SiteFile f ON f.id = i.file"
                                        + " WHERE i.site = :site",
                                Object[].class)
                        .setParameter(SITE, site.value())
                        .getResultList())
                .forEach(row -> each.accept((String) row[0], ((FileRow) row[1]).file()));
    }

    /** The files of its articles and of these, by article, where the text leads to them. */
    public Map<Long, List<ArticleFile>> articleFiles(SiteCode site, List<Long> others) {
        ArticleFileRows attached = new ArticleFileRows(store);
        Map<Long, List<ArticleFile>> found = new TreeMap<>();
        for (long id : attached.articles(site, others)) {
            String text = store.read(
                    em -> em.find(ArticleRow.class, id).packed().draft().body());
            found.put(
                    id,
                    attached.of(id).stream()
                            .filter(file -> ArticleFileRows.leadsTo(text, file.name()))
                            .toList());
        }
        return found;
    }

    /** Its old addresses after one, in the order of the database; databases differ in how they sort. */
    public List<Address> addresses(SiteCode site, String after, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT i, a.version FROM Imported i LEFT JOIN Article a ON a.id = i.article"
                                + " WHERE i.site = :site AND i.path > :after ORDER BY i.path",
                        Object[].class)
                .setParameter(SITE, site.value())
                .setParameter(AFTER, after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> address(((ImportedRow) row[0]).known(), (Integer) row[1]))
                .toList());
    }

    /** @param version that the article has now; {@code null} where there is none any more */
    private static Address address(ImportedRows.Known known, Integer version) {
        return new Address(
                known.path(),
                known.article(),
                known.file(),
                known.hash(),
                known.made() == 0,
                known.made() > 0 && Integer.valueOf(known.made()).equals(version));
    }

    /** Whether it has no articles, shows none, and nothing was imported into it. */
    public boolean isEmpty(SiteCode site) {
        return store.read(em -> em.createQuery("SELECT COUNT(a) FROM Article a WHERE a.owner = :site", Long.class)
                                .setParameter(SITE, site.value())
                                .getSingleResult()
                        + em.createQuery("SELECT COUNT(p) FROM Placement p WHERE p.site = :site", Long.class)
                                .setParameter(SITE, site.value())
                                .getSingleResult()
                        + em.createQuery("SELECT COUNT(i) FROM Imported i WHERE i.site = :site", Long.class)
                                .setParameter(SITE, site.value())
                                .getSingleResult()
                == 0);
    }

    /** Does all of it in one transaction. */
    public <R> R whole(Supplier<R> work) {
        return store.write(em -> work.get());
    }

    /**
     * A column, also one that was taken off the site.
     *
     * @param successor of a retired one: where its address leads
     * @param renamed of a retired one: whether it is that column under an earlier key
     */
    public record PackedColumn(Column column, boolean retired, Optional<String> successor, boolean renamed) {}

    /** All columns of the site, those above first. */
    public List<PackedColumn> columns(SiteCode site) {
        return store.read(em -> em.createQuery(
                        "SELECT c, c.retired, c.successor, c.renamed FROM SiteColumn c WHERE c.site = :site",
                        Object[].class)
                .setParameter(SITE, site.value())
                .getResultStream()
                .map(row -> new PackedColumn(
                        ((ColumnRow) row[0]).column(), (Boolean) row[1], Optional.ofNullable((String) row[2]), (Boolean)
                                row[3]))
                .sorted(Comparator.comparing(
                                (PackedColumn each) -> each.column().parent().isPresent())
                        .thenComparing(each -> each.column().key()))
                .toList());
    }

    /** The version of the column standard that the site follows. */
    public String standard(SiteCode site) {
        return store.read(em -> em.createQuery("SELECT s.standard FROM Site s WHERE s.code = :site", String.class)
                .setParameter(SITE, site.value())
                .getSingleResult());
    }

    /** Takes over what can change of a site, and exactly these columns. */
    public void site(Site site, String standard, List<PackedColumn> columns) {
        String code = site.code().value();
        store.change(em -> {
            em.find(SiteRow.class, code).fill(site);
            em.createQuery("DELETE FROM SiteColumn c WHERE c.site = :site")
                    .setParameter(SITE, code)
                    .executeUpdate();
            columns.forEach(each -> em.persist(new ColumnRow(each.column())));
            em.flush();
            em.clear();
            em.createQuery("UPDATE Site s SET s.standard = :standard WHERE s.code = :site")
                    .setParameter(SITE, code)
                    .setParameter("standard", standard)
                    .executeUpdate();
            columns.stream()
                    .filter(PackedColumn::retired)
                    .forEach(
                            each -> em.createQuery("UPDATE SiteColumn c SET c.retired = :yes, c.successor = :successor,"
                                            + " c.renamed = :renamed"
                                            + " WHERE c.site = :site AND c.key = :column")
                                    .setParameter(SITE, code)
                                    .setParameter("column", each.column().key())
                                    .setParameter("yes", true)
                                    .setParameter("renamed", each.renamed())
                                    .setParameter("successor", each.successor().orElse(null))
                                    .executeUpdate());
        });
    }

    /** Adds a file with its old address; its number. */
    public long addFile(
            SiteCode site,
            String path,
            String name,
            String type,
            String sha256,
            byte[] content,
            String by,
            Instant at) {
        return store.write(em -> {
            long id = files.add(name, type, sha256, content, by, at).id();
            files.use(id);
            ImportedRow row = new ImportedRow(site.value(), path);
            row.isFile(id, sha256);
            em.persist(row);
            em.flush();
            em.clear();
            return id;
        });
    }

    /** Adds a file of an article. */
    public ArticleFile addArticleFile(long article, String name, List<Sized> sized, String by, Instant at) {
        return store.write(em -> {
            ArticleFile added = new ArticleFileRows(store).add(article, name, sized, by, at, ArticleFiles.MOST);
            em.clear();
            return added;
        });
    }

    /** Adds articles in their states; their numbers. */
    public List<Long> addArticles(SiteCode site, List<PackedArticle> packed) {
        return store.write(em -> {
            List<ArticleRow> rows =
                    packed.stream().map(each -> new ArticleRow(site, each)).toList();
            rows.forEach(em::persist);
            em.flush();
            rows.stream()
                    .filter(ArticleRow::isPublished)
                    .forEach(row ->
                            em.persist(row.placeOn(site.value(), row.article().column())));
            List<Long> ids = rows.stream().map(row -> row.article().id()).toList();
            em.flush();
            em.clear();
            return ids;
        });
    }

    /** Puts the links of an article right. */
    public void link(long article, String body) {
        store.change(em -> {
            em.find(ArticleRow.class, article).linked(body);
            em.flush();
            em.clear();
        });
    }

    /** Tells the journal of all that the site shows; the last thing of a long transaction. */
    public void noted(SiteCode site) {
        store.change(em -> ArticleChanges.noteAll(em, site));
    }

    /** Adds an old address of an article. */
    public void addAddress(SiteCode site, Address address) {
        store.change(em -> {
            ImportedRow row = new ImportedRow(site.value(), address.path());
            long id = address.article().orElseThrow();
            int now = em.find(ArticleRow.class, id).article().version();
            int made = address.twin() ? 0 : address.untouched() ? now : Integer.MAX_VALUE;
            row.isArticle(id, made, address.hash(), false);
            em.persist(row);
            em.flush();
            em.clear();
        });
    }
}
