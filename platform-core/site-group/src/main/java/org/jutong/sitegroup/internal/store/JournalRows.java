package org.jutong.sitegroup.internal.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal.Change;
import org.jutong.sitegroup.ArticleJournal.Place;
import org.jutong.sitegroup.ArticleJournal.Published;

/** The stored journal, and the articles for those who follow it. */
public final class JournalRows {

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(7);

    /** So many numbers fit into one statement of every database. */
    private static final int MANY = 500;

    private final Store store;

    /** Over the site group's tables. */
    public JournalRows(Store store) {
        this.store = store;
    }

    /** Lines from one number to another. */
    public List<Change> between(long from, long to, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT c FROM ArticleChange c WHERE c.id >= :from AND c.id <= :to ORDER BY c.id",
                        ArticleChangeRow.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(limit)
                .getResultStream()
                .map(ArticleChangeRow::change)
                .toList());
    }

    /** The last number before which nothing is still to come; 0 where that cannot be said of any. */
    public long settled() {
        return store.read(em ->
                now(em).flatMap(now -> lastBefore(em, earlier(now, LATE))).orElse(0L));
    }

    /** The first number that is kept; 1 where nothing was written yet. */
    public long first() {
        return store.read(em -> Optional.ofNullable(em.createQuery("SELECT MIN(c.id) FROM ArticleChange c", Long.class)
                        .getSingleResult())
                .orElse(1L));
    }

    /** Removes what is older than seven days, but never the last line: it says how far the numbers are. */
    public void removeOld() {
        store.change(em -> now(em).ifPresent(now -> em.createQuery(
                        "DELETE FROM ArticleChange c WHERE c.changedAt < :before AND c.id < :last")
                .setParameter("before", earlier(now, KEPT))
                .setParameter(
                        "last",
                        em.createQuery("SELECT MAX(c.id) FROM ArticleChange c", Long.class)
                                .getSingleResult())
                .executeUpdate()));
    }

    /** These articles with their places. */
    public List<Published> read(Collection<Long> articles) {
        List<Long> all = List.copyOf(articles);
        return store.read(em -> {
            List<Published> found = new ArrayList<>();
            for (int at = 0; at < all.size(); at += MANY) {
                List<Long> some = all.subList(at, Math.min(at + MANY, all.size()));
                List<ArticleRow> rows = em.createQuery("SELECT a FROM Article a WHERE a.id IN :ids", ArticleRow.class)
                        .setParameter("ids", some)
                        .getResultList();
                found.addAll(placed(em, rows));
            }
            return found;
        });
    }

    /** Published ones in the order of their numbers. */
    public List<Published> published(long after, int limit) {
        return store.read(em -> placed(
                em,
                em.createQuery(
                                "SELECT a FROM Article a WHERE a.id > :after AND a.state = :state ORDER BY a.id",
                                ArticleRow.class)
                        .setParameter("after", after)
                        .setParameter("state", Article.State.PUBLISHED.name())
                        .setMaxResults(Math.min(limit, MANY))
                        .getResultList()));
    }

    /** How many are published. */
    public long count() {
        return store.read(em -> em.createQuery("SELECT COUNT(a) FROM Article a WHERE a.state = :state", Long.class)
                .setParameter("state", Article.State.PUBLISHED.name())
                .getSingleResult());
    }

    private List<Published> placed(EntityManager em, List<ArticleRow> rows) {
        List<Article> articles = rows.stream().map(ArticleRow::article).toList();
        Map<Long, List<Place>> places = new HashMap<>();
        if (!articles.isEmpty()) {
            em.createQuery(
                            "SELECT p.article, p.site, p.column, p.published FROM Placement p WHERE p.article IN :ids"
                                    + " ORDER BY p.article, p.site",
                            Object[].class)
                    .setParameter("ids", articles.stream().map(Article::id).toList())
                    .getResultStream()
                    .forEach(row -> places.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                            .add(place(row)));
        }
        return articles.stream()
                .map(article -> new Published(article, places.getOrDefault(article.id(), List.of())))
                .toList();
    }

    private static Place place(Object[] row) {
        return new Place(new SiteCode((String) row[1]), (String) row[2], (java.time.Instant) row[3]);
    }

    /** The database's time; empty where there is no line to ask with. */
    private static Optional<Timestamp> now(EntityManager em) {
        return em.createQuery("SELECT CURRENT_TIMESTAMP, c.id FROM ArticleChange c ORDER BY c.id DESC", Object[].class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> (Timestamp) row[0]);
    }

    private static Optional<Long> lastBefore(EntityManager em, Timestamp before) {
        return Optional.ofNullable(
                em.createQuery("SELECT MAX(c.id) FROM ArticleChange c WHERE c.changedAt < :before", Long.class)
                        .setParameter("before", before)
                        .getSingleResult());
    }

    private static Timestamp earlier(Timestamp now, Duration by) {
        return new Timestamp(now.getTime() - by.toMillis());
    }
}
