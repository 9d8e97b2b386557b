package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.State;
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Note;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.Reviews.When;

/** The way of texts from a draft to readers. Whoever makes a step holds the lock of the article's row. */
public final class ReviewRows {

    private final Store store;

    /** Over the site group's tables. */
    public ReviewRows(Store store) {
        this.store = store;
    }

    /**
     * A text that waits for a review.
     *
     * @param article with that text
     * @param number of that version
     * @param stage which review, from 1; one more than there are where all are passed
     * @param writers of any version that is under review
     * @param passed the approvals so far
     */
    public record Turn(
            Article article,
            int number,
            int stage,
            Timing timing,
            Set<String> writers,
            List<Note> passed,
            String submittedBy,
            Instant submittedAt) {

        /** Whether all reviews are passed. */
        public boolean isApproved() {
            return stage > SubmissionRow.STAGES;
        }
    }

    /**
     * What a step led to.
     *
     * @param article as it stands now
     * @param published whether readers see another text now
     * @param sites that show it; empty unless published
     */
    public record Step(Article article, boolean published, List<SiteCode> sites) {}

    /** What is known of an article's way. */
    public record Way(Optional<Turn> turn, List<Note> history, int latest, Optional<String> takenOver) {}

    /** Submits the newest text. */
    public Article submit(long id, int version, Timing timing, String by, Instant at, Consumer<Article> check) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            row.requireVersion(version);
            State stands = row.stands();
            if (stands != State.DRAFT && stands != State.WITHDRAWN) {
                throw Problem.conflict("nothing_to_submit", String.valueOf(id));
            }
            check.accept(Wording.newest(em, row));
            int round = Rounds.note(em, row, new Note(row.newest(), 0, Decision.SUBMITTED, by, at, ""));
            em.persist(new SubmissionRow(id, round, row.newest(), timing, by, at));
            row.stand(State.IN_REVIEW, by, at);
            em.flush();
            return Wording.newest(em, row);
        });
    }

    /** Takes it back to a draft; the second is whether there was anything to take back. */
    public Step recall(long id, String by, Instant at) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            boolean was = Rounds.end(em, row, by, at);
            return new Step(Wording.newest(em, row), was, List.of());
        });
    }

    /**
     * Passes the review that is waited for; the last one publishes where that was asked for.
     *
     * @param may throws where this reviewer may not
     * @param check of what is public then; throws to leave all as it was
     */
    public Step approve(
            long id,
            int number,
            String by,
            Instant at,
            String remark,
            Consumer<Turn> may,
            Optional<Numbering> numbering,
            Consumer<Article> check) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            SubmissionRow round = waiting(em, row, number, may);
            Rounds.note(em, row, new Note(number, round.stage(), Decision.APPROVED, by, at, remark));
            round.pass();
            if (!round.isApproved()) {
                em.flush();
                return new Step(Wording.newest(em, row), false, List.of());
            }
            row.stand(State.APPROVED, by, at);
            if (round.timing().when() == When.AT_ONCE || round.isDue(at)) {
                return publish(em, row, round, by, at, numbering, check);
            }
            em.flush();
            return new Step(Wording.newest(em, row), false, List.of());
        });
    }

    /** Gives it back to its editors. */
    public Article giveBack(long id, int number, String by, Instant at, String reason, Consumer<Turn> may) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            SubmissionRow round = waiting(em, row, number, may);
            Rounds.note(em, row, new Note(number, round.stage(), Decision.RETURNED, by, at, reason));
            Rounds.back(em, row, round, by, at);
            return Wording.newest(em, row);
        });
    }

    /**
     * Publishes what is approved; what is public and not being corrected stays as it is.
     *
     * @param missing the refusal where this review is still to be passed
     */
    public Step publish(
            long id,
            String by,
            Instant at,
            IntFunction<Problem> missing,
            Optional<Numbering> numbering,
            Consumer<Article> check) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            if (row.stands() == State.PUBLISHED) {
                return new Step(row.article(), false, List.of());
            }
            SubmissionRow round = Rounds.open(em, row).orElseThrow(() -> missing.apply(1));
            if (!round.isApproved()) {
                throw missing.apply(round.stage());
            }
            return publish(em, row, round, by, at, numbering, check);
        });
    }

    /** Publishes it where it is due; empty where somebody else did or it is not due any more. */
    public Optional<Step> publishDue(
            long id, String by, Instant at, Optional<Numbering> numbering, Consumer<Article> check) {
        return store.write(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            return Rounds.open(em, row)
                    .filter(round -> round.isDue(at))
                    .map(round -> publish(em, row, round, by, at, numbering, check));
        });
    }

    /** Stops waiting for the time of one that could not be published. */
    public void hold(long id, String by, Instant at, String why) {
        store.change(em -> {
            ArticleRow row = ArticleRows.lock(em, id);
            Rounds.open(em, row).ifPresent(round -> {
                Rounds.note(em, row, new Note(round.number(), 0, Decision.HELD, by, at, why));
                round.byHand();
            });
        });
    }

    /** The articles that are due. */
    public List<Long> due(Instant now, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT s.article FROM Submission s WHERE s.due <= :now AND s.stage > :stages ORDER BY s.due",
                        Long.class)
                .setParameter("now", now)
                .setParameter("stages", SubmissionRow.STAGES)
                .setMaxResults(limit)
                .getResultList());
    }

    /** What waits for a review, the oldest first, after an article's number. */
    public List<Turn> waiting(Optional<SiteCode> site, long after, int limit) {
        return store.read(em -> {
            var query = em.createQuery(
                            "SELECT s, a FROM Submission s JOIN Article a ON a.id = s.article WHERE s.stage <= :stages"
                                    + " AND s.article > :after"
                                    + (site.isPresent() ? " AND a.owner = :site" : "")
                                    + " ORDER BY s.article",
                            Object[].class)
                    .setParameter("stages", SubmissionRow.STAGES)
                    .setParameter("after", after)
                    .setMaxResults(limit);
            site.ifPresent(code -> query.setParameter("site", code.value()));
            return query.getResultStream()
                    .map(found -> turn(em, (ArticleRow) found[1], (SubmissionRow) found[0]))
                    .toList();
        });
    }

    /** Where an article is on its way. */
    public Way way(long id) {
        return store.read(em -> {
            ArticleRow row = em.find(ArticleRow.class, id);
            return new Way(
                    Rounds.open(em, row).map(round -> turn(em, row, round)),
                    Rounds.all(em, id).stream().map(ReviewRow::note).toList(),
                    row.newest(),
                    row.takenOver());
        });
    }

    private static SubmissionRow waiting(EntityManager em, ArticleRow row, int number, Consumer<Turn> may) {
        SubmissionRow round = Rounds.open(em, row)
                .filter(open -> !open.isApproved())
                .orElseThrow(() -> Problem.conflict("not_in_review", String.valueOf(row.id())));
        may.accept(turn(em, row, round));
        if (round.number() != number) {
            throw row.conflict();
        }
        return round;
    }

    private static Turn turn(EntityManager em, ArticleRow row, SubmissionRow round) {
        return new Turn(
                Wording.newest(em, row),
                round.number(),
                round.stage(),
                round.timing(),
                Wording.writers(em, row),
                Rounds.passed(em, round),
                round.by(),
                round.at());
    }

    private static Step publish(
            EntityManager em,
            ArticleRow row,
            SubmissionRow round,
            String by,
            Instant at,
            Optional<Numbering> numbering,
            Consumer<Article> check) {
        em.remove(round);
        Publishing.go(em, row, at, numbering, check);
        Rounds.note(em, row, new Note(row.number(), 0, Decision.PUBLISHED, by, at, ""));
        return new Step(row.article(), true, Relations.sites(em, row.id()));
    }
}
