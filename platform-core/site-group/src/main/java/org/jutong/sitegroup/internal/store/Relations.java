package org.jutong.sitegroup.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article.State;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.OfficialDocuments.Related;

/** Which article interprets which, inside the transaction of a reader or of whoever holds the article's lock. */
final class Relations {

    private static final String INTERPRETS = "SELECT i.document FROM Interpretation i WHERE i.article = :article";
    private static final String INTERPRETED = "SELECT i.article FROM Interpretation i WHERE i.document = :article";

    private Relations() {}

    /** All that is known, for those who write. */
    static Facts all(EntityManager em, ArticleRow row) {
        SiteCode site = row.article().owner();
        return new Facts(
                row.standing(), related(em, row.id(), INTERPRETS, site), related(em, row.id(), INTERPRETED, site));
    }

    /** What readers of the site see. */
    static Facts shown(EntityManager em, ArticleRow row, SiteCode site) {
        return new Facts(
                row.standing(),
                published(related(em, row.id(), INTERPRETS, site)),
                published(related(em, row.id(), INTERPRETED, site)));
    }

    /** The sites whose pages change where the article comes, goes or gets another title: those of its relations too. */
    static List<SiteCode> sites(EntityManager em, long article) {
        Set<SiteCode> sites = new LinkedHashSet<>(Placements.sites(em, article));
        around(em, article).forEach(other -> sites.addAll(Placements.sites(em, other)));
        return List.copyOf(sites);
    }

    /** Says in the journal that the pages of its relations change with it. */
    static void note(EntityManager em, long article) {
        List<Long> around = around(em, article);
        if (!around.isEmpty()) {
            ArticleChanges.note(em, around);
        }
    }

    static List<Long> documents(EntityManager em, long article) {
        return numbers(em, article, INTERPRETS);
    }

    private static List<Long> around(EntityManager em, long article) {
        List<Long> around = new ArrayList<>(numbers(em, article, INTERPRETS));
        around.addAll(numbers(em, article, INTERPRETED));
        return around;
    }

    private static List<Long> numbers(EntityManager em, long article, String query) {
        return em.createQuery(query, Long.class)
                .setParameter("article", article)
                .getResultList();
    }

    private static List<Related> related(EntityManager em, long article, String query, SiteCode site) {
        List<Long> numbers = numbers(em, article, query);
        if (numbers.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "SELECT a.id, a.title, a.owner, a.state, p.site FROM Article a LEFT JOIN Placement p"
                                + " ON p.article = a.id AND p.site = :site WHERE a.id IN :numbers ORDER BY a.id",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("numbers", numbers)
                .getResultStream()
                .map(found -> new Related(
                        (Long) found[0],
                        (String) found[1],
                        new SiteCode((String) (found[4] == null ? found[2] : found[4])),
                        State.PUBLISHED.name().equals(found[3])))
                .toList();
    }

    private static List<Related> published(List<Related> all) {
        return all.stream().filter(Related::published).toList();
    }
}
