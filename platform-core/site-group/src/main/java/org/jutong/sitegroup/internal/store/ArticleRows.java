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
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Note;
import org.jutong.sitegroup.Versions.Version;

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

    /** The article with its newest text, or empty. */
    public Optional<Article> find(long id) {
        return store.read(
                em -> Optional.ofNullable(em.find(ArticleRow.class, id)).map(row -> Wording.newest(em, row)));
    }

    /** All texts of the article, the newest first; none where it is not there. */
    public List<Version> versions(long id) {
        return store.read(em -> Optional.ofNullable(em.find(ArticleRow.class, id))
                .map(row -> Wording.all(em, row))
                .orElse(List.of()));
    }

    /** One text of the article, or empty. */
    public Optional<Version> version(long id, int number) {
        return store.read(
                em -> Optional.ofNullable(em.find(ArticleRow.class, id)).flatMap(row -> Wording.one(em, row, number)));
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
     * Writes another text, unless it is the same; a review under way ends. Readers see no change yet.
     *
     * @param version that the editor saw
     */
    public Article revise(long id, int version, Draft draft, String by, Instant at, String note) {
        return store.write(em -> {
            ArticleRow row = lock(em, id);
            row.requireVersion(version);
            Draft kept = row.keepingNumber(row.keepingTime(draft));
            if (!kept.equals(Draft.of(Wording.newest(em, row)))) {
                Rounds.end(em, row, by, at);
                Wording.next(em, row, kept, by, at, note);
                em.flush();
            }
            return Wording.newest(em, row);
        });
    }

    /**
     * Publishes a draft on its own site without reviews here; any other stays as it is.
     *
     * @param from how it came
     * @param numbering for its index number
     * @param check of what is published then; throws to leave all as it was
     */
    public Shown takeOver(long id, String from, Instant at, Optional<Numbering> numbering, Consumer<Article> check) {
        return store.write(em -> {
            ArticleRow row = lock(em, id);
            if (row.stands() == Article.State.DRAFT && !row.isPublished()) {
                row.takeOver(from);
                Publishing.go(em, row, at, numbering, check);
            }
            return new Shown(row.article(), Relations.sites(em, id));
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

    /** Throws the correction away, and a review of it ends; its versions stay among those that can be restored. */
    public Article discard(long id, int version, String by, Instant at) {
        return store.write(em -> {
            ArticleRow row = lock(em, id);
            row.requireVersion(version);
            if (!row.hasUnshown()) {
                throw Problem.conflict("no_correction", String.valueOf(id));
            }
            Rounds.end(em, row, by, at);
            Rounds.note(em, row, new Note(row.newest(), 0, Decision.DISCARDED, by, at, ""));
            row.stand(Article.State.PUBLISHED, by, at);
            em.flush();
            return row.article();
        });
    }

    /** Withdraws it, and a review of its correction ends; the sites are those that showed it. */
    public Shown withdraw(long id, String by, Instant at, String reason) {
        return store.write(em -> {
            ArticleRow row = lock(em, id);
            List<SiteCode> sites = Relations.sites(em, id);
            if (row.isPublished()) {
                Rounds.note(em, row, new Note(row.number(), 0, Decision.WITHDRAWN, by, at, reason));
                Rounds.end(em, row, by, at);
                if (row.hasUnshown()) {
                    Wording.show(em, row, at);
                }
                row.withdraw(at);
                Placements.remove(em, id);
                Relations.note(em, id);
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
}
