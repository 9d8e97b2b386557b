package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A published article that waits for a site's answer; it goes with the article's placements. */
@Entity(name = "Waiting")
@Table(name = "SG_WAITING")
@IdClass(PlacementRow.Key.class)
class WaitingRow {

    @Id
    private long article;

    @Id
    private String site;

    @Column(name = "COL_KEY")
    private String column;

    private long push;

    @Convert(converter = BeijingTime.class)
    private Instant since;

    protected WaitingRow() {}

    WaitingRow(long article, String site, String column, long push, Instant since) {
        this.article = article;
        this.site = site;
        this.column = column;
        this.push = push;
        this.since = since;
    }

    String column() {
        return column;
    }

    long push() {
        return push;
    }
}
