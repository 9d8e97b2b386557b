package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.jutong.sitegroup.Article.State;
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Note;

/** The rounds of reviews of one article, inside the transaction of whoever holds the article's lock, or of a reader. */
final class Rounds {

    private Rounds() {}

    /** The round under way, or empty. */
    static Optional<SubmissionRow> open(EntityManager em, ArticleRow row) {
        return Optional.ofNullable(em.find(SubmissionRow.class, row.id()));
    }

    /** All entries, the newest first. */
    static List<ReviewRow> all(EntityManager em, long article) {
        return em.createQuery(
                        "SELECT r FROM ArticleReview r WHERE r.article = :article ORDER BY r.place DESC",
                        ReviewRow.class)
                .setParameter("article", article)
                .getResultList();
    }

    /** The approvals of the round under way. */
    static List<Note> passed(EntityManager em, SubmissionRow round) {
        return all(em, round.article()).stream()
                .filter(each -> each.round() == round.round())
                .map(ReviewRow::note)
                .filter(note -> note.decision() == Decision.APPROVED)
                .toList();
    }

    /** Adds an entry; one of a submission begins a round. */
    static int note(EntityManager em, ArticleRow row, Note note) {
        Optional<ReviewRow> last = all(em, row.id()).stream().findFirst();
        int before = last.map(ReviewRow::round).orElse(0);
        int round = note.decision() == Decision.SUBMITTED ? before + 1 : before;
        em.persist(new ReviewRow(row.id(), round, last.map(ReviewRow::place).orElse(0) + 1, note));
        em.flush();
        return round;
    }

    /** Ends the round under way, if any, so that the text is a draft again; whether there was one. */
    static boolean end(EntityManager em, ArticleRow row, String by, Instant at) {
        Optional<SubmissionRow> open = open(em, row);
        open.ifPresent(round -> {
            note(em, row, new Note(round.number(), 0, Decision.RECALLED, by, at, ""));
            back(em, row, round, by, at);
        });
        return open.isPresent();
    }

    static void back(EntityManager em, ArticleRow row, SubmissionRow round, String by, Instant at) {
        em.remove(round);
        row.stand(State.DRAFT, by, at);
        em.flush();
    }
}
