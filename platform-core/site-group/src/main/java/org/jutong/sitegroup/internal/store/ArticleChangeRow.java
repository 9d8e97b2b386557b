package org.jutong.sitegroup.internal.store;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.sitegroup.ArticleJournal.Change;

/** A line of the journal; {@link ArticleChanges} writes them. */
@Entity(name = "ArticleChange")
@Table(name = "SG_ARTICLE_CHANGE")
class ArticleChangeRow {

    /** Given by the database as the line is written: numbers that nodes keep in stock would come far too late. */
    @Id
    private long id;

    private long article;

    /** By the database's clock, and compared with it alone. */
    @Column(name = "CHANGED_AT")
    private Timestamp changedAt;

    protected ArticleChangeRow() {}

    Change change() {
        return new Change(id, article);
    }
}
