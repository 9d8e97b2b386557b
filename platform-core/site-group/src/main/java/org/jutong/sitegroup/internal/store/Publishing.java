package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.jutong.sitegroup.Article;

/** The one place where a text becomes public, inside the transaction of whoever holds the article's lock. */
final class Publishing {

    private Publishing() {}

    /** @param check of what is public then; throws to leave all as it was */
    static void go(EntityManager em, ArticleRow row, Instant at, Consumer<Article> check) {
        if (row.isPublished()) {
            Wording.show(em, row, at);
            check.accept(row.article());
            em.flush();
            Placements.follow(em, row.article());
        } else {
            row.publish(at);
            Article article = row.article();
            check.accept(article);
            em.persist(row.placeOn(article.owner().value(), article.column()));
            ArticleChanges.note(em, row.id());
        }
        em.flush();
    }
}
