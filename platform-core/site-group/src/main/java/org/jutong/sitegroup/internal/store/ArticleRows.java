package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;

/**
 * The stored articles. Whoever changes an article or its placements locks its row first, so that a push and a
 * withdrawal at the same moment leave no placement of a withdrawn article.
 */
public final class ArticleRows {

    private final Store store;

    /** Over the site group's tables. */
    public ArticleRows(Store store) {
        this.store = store;
    }

    /** An article and the sites that show it. */
    public record Shown(Article article, List<SiteCode> sites) {}

    /** Adds a draft. */
    public Article add(SiteCode owner, Draft draft, String by, Instant at, Optional<String> idempotencyKey) {
        return store.write(em -> {
            ArticleRow row = new ArticleRow(owner, draft, by, at, idempotencyKey.orElse(null));
            em.persist(row);
            em.flush();
            return row.article();
        });
    }

    /** The article that this person wrote under this key, or empty. */
    public Optional<Article> byKey(String by, String idempotencyKey) {
        return store.read(em -> em.createQuery(
                        "SELECT a FROM Article a WHERE a.writtenBy = :by AND a.idempotencyKey = :key", ArticleRow.class)
                .setParameter("by", by)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst()
                .map(ArticleRow::article));
    }

    /** The article, or empty. */
    public Optional<Article> find(long id) {
        return store.read(
                em -> Optional.ofNullable(em.find(ArticleRow.class, id)).map(ArticleRow::article));
    }

    /** The owner's articles, newest first. */
    public List<Article> owned(SiteCode owner, Optional<Long> before, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT a FROM Article a WHERE a.owner = :owner AND a.id < :before ORDER BY a.id DESC",
                        ArticleRow.class)
                .setParameter("owner", owner.value())
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultStream()
                .map(ArticleRow::article)
                .toList());
    }

    /**
     * Changes the words; where the article is shown, its placements follow.
     *
     * @param check of what is published then; throws to leave all as it was
     */
    public Shown revise(long id, int version, Draft draft, Instant at, Consumer<Article> check) {
        return changed(id, (em, row) -> {
            if (row.article().version() != version) {
                throw Problem.conflict("version_conflict");
            }
            row.fill(draft, at);
            if (row.isPublished()) {
                check.accept(row.article());
                em.flush();
                Placements.follow(em, row.article());
            }
        });
    }

    /**
     * Publishes it on its own site; one that is published stays as it is.
     *
     * @param check of what is published then; throws to leave all as it was
     */
    public Shown publish(long id, Instant at, Consumer<Article> check) {
        return changed(id, (em, row) -> {
            if (!row.isPublished()) {
                row.publish(at);
                Article article = row.article();
                check.accept(article);
                em.persist(row.placeOn(article.owner().value(), article.column()));
                ArticleChanges.note(em, id);
            }
        });
    }

    /** Another published article, the oldest, that has this index number; or empty. */
    public Optional<Article> withIndexNumber(String number, long not) {
        return store.read(em -> em.createQuery(
                        "SELECT a FROM Article a WHERE a.indexNumber = :number AND a.id <> :id AND a.state = :state"
                                + " ORDER BY a.id",
                        ArticleRow.class)
                .setParameter("number", number)
                .setParameter("id", not)
                .setParameter("state", Article.State.PUBLISHED.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(ArticleRow::article));
    }

    /** Withdraws it; the sites are those that showed it. */
    public Shown withdraw(long id, Instant at) {
        return store.write(em -> {
            ArticleRow row = lock(em, id);
            List<SiteCode> sites = Placements.sites(em, id);
            if (row.isPublished()) {
                row.withdraw(at);
                Placements.remove(em, id);
                em.flush();
            }
            return new Shown(row.article(), sites);
        });
    }

    static ArticleRow lock(EntityManager em, long id) {
        ArticleRow row = em.find(ArticleRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound("article_not_found", String.valueOf(id));
        }
        return row;
    }

    private Shown changed(long id, Change change) {
        return store.write(em -> {
            ArticleRow row = lock(em, id);
            change.make(em, row);
            em.flush();
            return new Shown(row.article(), Placements.sites(em, id));
        });
    }

    private interface Change {
        void make(EntityManager em, ArticleRow row);
    }
}
