package org.jutong.sitegroup.internal.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.jutong.plugin.SiteCode;

/**
 * Writes lines of the journal inside the transaction of what changes articles for readers. Whoever moves or removes
 * placements says so before, while they can be found.
 */
final class ArticleChanges {

    private static final String LINE = "INSERT INTO SG_ARTICLE_CHANGE (ARTICLE, CHANGED_AT) ";
    private static final String PLACED = LINE + "SELECT ARTICLE, CURRENT_TIMESTAMP FROM SG_PLACEMENT WHERE SITE = ?1";

    /** So many numbers fit into one statement of every database. */
    private static final int MANY = 500;

    private ArticleChanges() {}

    static void note(EntityManager em, long article) {
        note(em, List.of(article));
    }

    static void note(EntityManager em, Collection<Long> articles) {
        List<Long> all = List.copyOf(articles);
        em.flush();
        for (int at = 0; at < all.size(); at += MANY) {
            List<Long> some = all.subList(at, Math.min(at + MANY, all.size()));
            Query query = em.createNativeQuery(LINE + "SELECT ID, CURRENT_TIMESTAMP FROM SG_ARTICLE WHERE ID IN ("
                    + String.join(",", Collections.nCopies(some.size(), "?")) + ")");
            for (int i = 0; i < some.size(); i++) {
                query.setParameter(i + 1, some.get(i));
            }
            query.executeUpdate();
        }
    }

    /** All that the site shows. */
    static void noteAll(EntityManager em, SiteCode site) {
        em.flush();
        em.createNativeQuery(PLACED).setParameter(1, site.value()).executeUpdate();
    }

    /** All that the column shows. */
    static void noteAll(EntityManager em, SiteCode site, String column) {
        em.flush();
        em.createNativeQuery(PLACED + " AND COL_KEY = ?2")
                .setParameter(1, site.value())
                .setParameter(2, column)
                .executeUpdate();
    }
}
