package org.jutong.sitegroup.internal.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.StoredFile;

/** What other sites pushed to one, here or before it came here in a package. */
public final class ReceivedRows {

    private static final String SITE = "site";

    private final Store store;

    /** Over the site group's tables. */
    public ReceivedRows(Store store) {
        this.store = store;
    }

    /** The numbers of these articles, in an order that does not depend on the platform. */
    public List<Long> articles(SiteCode site) {
        List<Object[]> found = new ArrayList<>();
        store.read(em -> {
            found.addAll(em.createQuery(
                            "SELECT p.article, a.owner, p.column, p.published, p.title FROM Placement p"
                                    + " JOIN Article a ON a.id = p.article WHERE p.site = :site AND a.owner <> :site",
                            Object[].class)
                    .setParameter(SITE, site.value())
                    .getResultList());
            found.addAll(em.createQuery(
                            "SELECT a.id, a.receivedFrom, a.column, a.published, a.title FROM Article a"
                                    + " WHERE a.owner = :site AND a.receivedFrom IS NOT NULL",
                            Object[].class)
                    .setParameter(SITE, site.value())
                    .getResultList());
            return found;
        });
        Comparator<Object[]> order = Comparator.comparing(row -> String.valueOf(row[3]));
        for (int field : new int[] {1, 4, 2}) {
            order = order.thenComparing(row -> (String) row[field]);
        }
        return found.stream()
                .sorted(order.thenComparing(row -> (Long) row[0]))
                .map(row -> (Long) row[0])
                .toList();
    }

    /** One of them, in the column that it has on the site. */
    public PackedArticle find(SiteCode site, long id) {
        return store.read(em -> {
            PackedArticle found = em.find(ArticleRow.class, id).packed();
            if (found.from().isPresent()) {
                return found;
            }
            String column = em.createQuery(
                            "SELECT p.column FROM Placement p WHERE p.article = :article AND p.site = :site",
                            String.class)
                    .setParameter("article", id)
                    .setParameter(SITE, site.value())
                    .getSingleResult();
            SiteCode owner = em.find(ArticleRow.class, id).article().owner();
            Draft was = found.draft();
            return new PackedArticle(
                    id,
                    new Draft(
                            was.title(),
                            was.source(),
                            was.author(),
                            was.body(),
                            column,
                            was.published(),
                            was.document()),
                    found.state(),
                    found.by(),
                    found.written(),
                    found.changed(),
                    Optional.of(owner));
        });
    }

    /** A file that a site shows, by its number; empty for one that belongs to no page. */
    public Optional<StoredFile> file(SiteCode site, long id) {
        return store.read(em -> em.createQuery(
                        "SELECT f FROM Imported i JOIN SiteFile f ON f.id = i.file WHERE i.site = :site AND i.file = :file",
                        FileRow.class)
                .setParameter(SITE, site.value())
                .setParameter("file", id)
                .getResultStream()
                .findFirst()
                .map(FileRow::file));
    }
}
