package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.jutong.sitegroup.Article;

/** The one place where a text becomes public, inside the transaction of whoever holds the article's lock. */
final class Publishing {

    private Publishing() {}

    /**
     * @param numbering what its index number counts in; empty where it needs none
     * @param check of what is public then; throws to leave all as it was
     */
    static void go(
            EntityManager em, ArticleRow row, Instant at, Optional<Numbering> numbering, Consumer<Article> check) {
        boolean first = !row.wasPublic();
        if (row.isPublished()) {
            Wording.show(em, row, at);
            numbering.ifPresent(counted -> IndexCounters.settle(em, row, counted, first));
            check.accept(row.article());
            em.flush();
            Placements.follow(em, row.article());
        } else {
            row.publish(at);
            numbering.ifPresent(counted -> IndexCounters.settle(em, row, counted, first));
            Article article = row.article();
            check.accept(article);
            em.persist(row.placeOn(article.owner().value(), article.column()));
            ArticleChanges.note(em, row.id());
        }
        Relations.note(em, row.id());
        em.flush();
    }
}
