package org.jutong.sitegroup.internal.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Pushes.Push;

/** The stored pushes. */
public final class PushRows {

    private final Store store;

    /** Over the site group's tables. */
    public PushRows(Store store) {
        this.store = store;
    }

    /** A push and the sites that got the article by it. */
    public record Made(Push push, List<SiteCode> sites) {}

    /**
     * Places the article, in one transaction and with batched inserts.
     *
     * @param targets which sites should have the article, decided once the article is locked
     */
    public Made push(PushOrder order, Function<Article, List<SiteCode>> targets) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, order.article());
            if (!row.isPublished()) {
                throw Problem.conflict("article_not_published", String.valueOf(order.article()));
            }
            Article article = row.article();
            String column = order.column().orElse(article.column());
            List<SiteCode> wanted = targets.apply(article);
            Set<SiteCode> present = new HashSet<>(Placements.sites(em, order.article()));
            List<SiteCode> missing =
                    wanted.stream().filter(s -> !present.contains(s)).toList();
            PushRow push = new PushRow(order, column, missing.size(), wanted.size() - missing.size());
            em.persist(push);
            missing.forEach(site -> em.persist(row.placeOn(site.value(), column)));
            if (!missing.isEmpty()) {
                ArticleChanges.note(em, article.id());
            }
            em.flush();
            return new Made(push.push(), missing);
        });
    }

    /** The push, or empty. */
    public Optional<Push> find(long id) {
        return store.read(em -> Optional.ofNullable(em.find(PushRow.class, id)).map(PushRow::push));
    }

    /** The push that this person made under this key, or empty. */
    public Optional<Push> byKey(String by, String idempotencyKey) {
        return store.read(em -> em.createQuery(
                        "SELECT p FROM Push p WHERE p.pushedBy = :by AND p.idempotencyKey = :key", PushRow.class)
                .setParameter("by", by)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst()
                .map(PushRow::push));
    }
}
