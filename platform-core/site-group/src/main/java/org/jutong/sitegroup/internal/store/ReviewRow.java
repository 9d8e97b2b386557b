package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Note;

/** An entry of an article's history. */
@Entity(name = "ArticleReview")
@Table(name = "SG_REVIEW")
class ReviewRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_REVIEW_SEQ")
    @SequenceGenerator(name = "SG_REVIEW_SEQ", sequenceName = "SG_REVIEW_SEQ", allocationSize = 50)
    private long id;

    private long article;

    @Column(name = "REVIEW_ROUND")
    private int round;

    /** Its place among the entries of the article: the numbers of two nodes do not tell which came first. */
    private int place;

    @Column(name = "NUM")
    private int number;

    private int stage;

    private String decision;

    @Column(name = "MADE_BY")
    private String by;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant at;

    private String remark;

    protected ReviewRow() {}

    ReviewRow(long article, int round, int place, Note note) {
        this.article = article;
        this.round = round;
        this.place = place;
        this.number = note.number();
        this.stage = note.stage();
        this.decision = note.decision().name();
        this.by = note.by();
        this.at = note.at();
        this.remark = note.remark();
    }

    int round() {
        return round;
    }

    int place() {
        return place;
    }

    Note note() {
        return new Note(number, stage, Decision.valueOf(decision), by, at, remark == null ? "" : remark);
    }
}
