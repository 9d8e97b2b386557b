package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManager;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;

/** Statements on the placements of one article, run inside the transaction of whoever holds the article's lock. */
final class Placements {

    private Placements() {}

    static List<SiteCode> sites(EntityManager em, long article) {
        return em.createQuery("SELECT p.site FROM Placement p WHERE p.article = :article", String.class)
                .setParameter("article", article)
                .getResultStream()
                .map(SiteCode::new)
                .toList();
    }

    static void remove(EntityManager em, long article) {
        ArticleChanges.note(em, article);
        ReceivingRows.forget(em, article);
        em.createQuery("DELETE FROM Placement p WHERE p.article = :article")
                .setParameter("article", article)
                .executeUpdate();
    }

    static void follow(EntityManager em, Article article) {
        Instant published = article.published().orElseThrow();
        ArticleChanges.note(em, article.id());
        em.createQuery("UPDATE Placement p SET p.title = :title, p.published = :published WHERE p.article = :article")
                .setParameter("title", article.title())
                .setParameter("published", published)
                .setParameter("article", article.id())
                .executeUpdate();
        em.createQuery("UPDATE Placement p SET p.column = :column WHERE p.article = :article AND p.site = :site")
                .setParameter("column", article.column())
                .setParameter("article", article.id())
                .setParameter("site", article.owner().value())
                .executeUpdate();
    }
}
