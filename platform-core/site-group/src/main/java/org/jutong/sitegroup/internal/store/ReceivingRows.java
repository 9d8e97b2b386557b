package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Receiving.Waiting;

/** Which sites want to be asked, and what waits for their answers. */
public final class ReceivingRows {

    private final Store store;

    /** Over the site group's tables. */
    public ReceivingRows(Store store) {
        this.store = store;
    }

    /** Whether the site wants to be asked. */
    public boolean asks(SiteCode site) {
        return store.read(em -> em.find(ReceivingRow.class, site.value()) != null);
    }

    /** It wants to be asked from now on, or not any more. */
    public void ask(SiteCode site, boolean asked, String reason, String by, Instant at) {
        store.change(em -> {
            if (asked) {
                em.merge(new ReceivingRow(site.value(), reason, by, at));
            } else {
                em.createQuery("DELETE FROM Receiving r WHERE r.site = :site")
                        .setParameter("site", site.value())
                        .executeUpdate();
            }
        });
    }

    /** What waits, by article. */
    public List<Waiting> waiting(SiteCode site, Optional<Long> after, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT w.article, a.title, a.owner, w.column, w.push, p.pushedBy, w.since FROM Waiting w, Article a,"
                                + " Push p WHERE w.site = :site AND w.article > :after AND a.id = w.article"
                                + " AND p.id = w.push ORDER BY w.article",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("after", after.orElse(0L))
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Waiting(
                        (Long) row[0],
                        (String) row[1],
                        new SiteCode((String) row[2]),
                        (String) row[3],
                        (Long) row[4],
                        (String) row[5],
                        (Instant) row[6]))
                .toList());
    }

    /** The column that the article waits for on the site, or empty where it does not wait. */
    public Optional<String> column(SiteCode site, long article) {
        return store.read(em -> Optional.ofNullable(find(em, site, article)).map(WaitingRow::column));
    }

    /** Shows what waits, in this column. */
    public Article accept(SiteCode site, long article, String column) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, article);
            settle(em, site, article, PushExceptionRow::accepted);
            // a site that merged into this one may have brought it meanwhile
            if (em.find(PlacementRow.class, new PlacementRow.Key(article, site.value())) == null) {
                em.persist(row.placeOn(site.value(), column));
            }
            em.flush();
            ArticleChanges.note(em, article);
            return row.article();
        });
    }

    /** Refuses what waits. */
    public void decline(SiteCode site, long article, String words) {
        store.change(em -> {
            ArticleRows.lock(em, article);
            settle(em, site, article, pushed -> pushed.declined(words));
        });
    }

    /** Ends the waiting and says so in the push; the article is locked. */
    static void settle(EntityManager em, SiteCode site, long article, Consumer<PushExceptionRow> answer) {
        WaitingRow row = find(em, site, article);
        if (row == null) {
            throw Problem.notFound("nothing_waits", String.valueOf(article), site.value());
        }
        em.remove(row);
        PushExceptionRow pushed = em.find(PushExceptionRow.class, new PushExceptionRow.Key(row.push(), site.value()));
        if (pushed != null) {
            answer.accept(pushed);
        }
    }

    /** The article was withdrawn. */
    static void forget(EntityManager em, long article) {
        em.createQuery("UPDATE PushException e SET e.outcome = :out, e.reason = :reason WHERE e.outcome = :waiting"
                        + " AND e.push IN (SELECT p.id FROM Push p WHERE p.article = :article)")
                .setParameter("out", Outcome.LEFT_OUT.name())
                .setParameter("reason", "withdrawn")
                .setParameter("waiting", Outcome.WAITING.name())
                .setParameter("article", article)
                .executeUpdate();
        em.createQuery("DELETE FROM Waiting w WHERE w.article = :article")
                .setParameter("article", article)
                .executeUpdate();
    }

    private static WaitingRow find(EntityManager em, SiteCode site, long article) {
        return em.find(WaitingRow.class, new PlacementRow.Key(article, site.value()));
    }
}
