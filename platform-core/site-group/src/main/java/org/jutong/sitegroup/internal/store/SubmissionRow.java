package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.Reviews.When;

/** A text that is under review, or approved and not published yet; the row goes when it is either no more. */
@Entity(name = "Submission")
@Table(name = "SG_SUBMISSION")
class SubmissionRow {

    /** How many reviews there are. */
    static final int STAGES = 3;

    @Id
    private long article;

    @Column(name = "REVIEW_ROUND")
    private int round;

    @Column(name = "NUM")
    private int number;

    /** The review that is waited for; one more than there are when all are passed. */
    private int stage;

    @Column(name = "PUBLISH_WHEN")
    private String when;

    @Column(name = "DUE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant due;

    @Column(name = "SUBMITTED_BY")
    private String by;

    @Column(name = "SUBMITTED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant at;

    protected SubmissionRow() {}

    SubmissionRow(long article, int round, int number, Timing timing, String by, Instant at) {
        this.article = article;
        this.round = round;
        this.number = number;
        this.stage = 1;
        this.when = timing.when().name();
        this.due = timing.at().orElse(null);
        this.by = by;
        this.at = at;
    }

    long article() {
        return article;
    }

    int round() {
        return round;
    }

    int number() {
        return number;
    }

    int stage() {
        return stage;
    }

    boolean isApproved() {
        return stage > STAGES;
    }

    boolean isDue(Instant now) {
        return isApproved() && due != null && !due.isAfter(now);
    }

    void pass() {
        stage++;
    }

    /** Nobody waits for the time any more. */
    void byHand() {
        when = When.BY_HAND.name();
        due = null;
    }

    Timing timing() {
        return new Timing(When.valueOf(when), Optional.ofNullable(due));
    }

    String by() {
        return by;
    }

    Instant at() {
        return at;
    }
}
