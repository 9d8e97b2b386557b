package org.jutong.sitegroup.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;

/** The stored pushes. */
public final class PushRows {

    private final Store store;

    /** Over the site group's tables. */
    public PushRows(Store store) {
        this.store = store;
    }

    /** A push and the sites that got the article by it. */
    public record Made(Push push, List<SiteCode> sites) {}

    /** Decides about each site; {@code present} have the article already, {@code asking} want to be asked. */
    public interface Decision {
        List<Target> targets(Article article, Set<SiteCode> present, Set<SiteCode> asking);
    }

    /**
     * Places the article, in one transaction and with batched inserts.
     *
     * @param decision made once the article is locked
     */
    public Made push(PushOrder order, Decision decision) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, order.article());
            List<Target> targets = decide(em, row, decision);
            PushRow push =
                    new PushRow(order, order.column().orElse(row.article().column()), targets);
            em.persist(push);
            Set<SiteCode> waiting =
                    sites(em, "SELECT w.site FROM Waiting w WHERE w.article = :article", order.article());
            List<SiteCode> placed = new ArrayList<>();
            for (Target target : targets) {
                String site = target.site().value();
                if (target.outcome() == Outcome.PLACED) {
                    if (waiting.contains(target.site())) {
                        ReceivingRows.settle(em, target.site(), order.article(), PushExceptionRow::accepted);
                    }
                    em.persist(row.placeOn(site, target.column()));
                    placed.add(target.site());
                } else if (target.outcome() != Outcome.PRESENT) {
                    em.persist(new PushExceptionRow(push.id(), target));
                }
                if (target.outcome() == Outcome.WAITING && !waiting.contains(target.site())) {
                    em.persist(new WaitingRow(order.article(), site, target.column(), push.id(), order.at()));
                }
            }
            em.flush();
            if (!placed.isEmpty()) {
                ArticleChanges.note(em, order.article());
            }
            return new Made(push.push(), placed);
        });
    }

    /** What a push of the article would do; nothing is changed. */
    public List<Target> plan(long article, Decision decision) {
        return store.read(em -> {
            ArticleRow row = em.find(ArticleRow.class, article);
            if (row == null) {
                throw Problem.notFound("article_not_found", String.valueOf(article));
            }
            return decide(em, row, decision);
        });
    }

    private static List<Target> decide(EntityManager em, ArticleRow row, Decision decision) {
        Article article = row.article();
        if (!row.isPublished()) {
            throw Problem.conflict("article_not_published", String.valueOf(article.id()));
        }
        return decision.targets(
                article,
                sites(em, "SELECT p.site FROM Placement p WHERE p.article = :article", article.id()),
                asking(em));
    }

    /** The sites that want to be asked. */
    public Set<SiteCode> asking() {
        return store.read(PushRows::asking);
    }

    private static Set<SiteCode> asking(EntityManager em) {
        return em.createQuery("SELECT r.site FROM Receiving r", String.class)
                .getResultStream()
                .map(SiteCode::new)
                .collect(Collectors.toSet());
    }

    private static Set<SiteCode> sites(EntityManager em, String query, long article) {
        return em.createQuery(query, String.class)
                .setParameter("article", article)
                .getResultStream()
                .map(SiteCode::new)
                .collect(Collectors.toSet());
    }

    /** The sites that did not get the article by the push at once, by code. */
    public List<Target> exceptions(long push, Optional<SiteCode> after, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT e FROM PushException e WHERE e.push = :push AND e.site > :after ORDER BY e.site",
                        PushExceptionRow.class)
                .setParameter("push", push)
                .setParameter("after", after.map(SiteCode::value).orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(PushExceptionRow::target)
                .toList());
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
