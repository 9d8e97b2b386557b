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
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Pushes.Push;

@Entity(name = "Push")
@Table(name = "SG_PUSH")
class PushRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_PUSH_SEQ")
    @SequenceGenerator(name = "SG_PUSH_SEQ", sequenceName = "SG_PUSH_SEQ", allocationSize = 50)
    private long id;

    private long article;

    private String subtree;

    @Column(name = "COL_KEY")
    private String column;

    private int placed;

    private int present;

    @Column(name = "PUSHED_BY")
    private String pushedBy;

    @Column(name = "PUSHED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant pushedAt;

    @Column(name = "IDEMPOTENCY_KEY")
    private String idempotencyKey;

    protected PushRow() {}

    PushRow(PushOrder order, String column, int placed, int present) {
        this.article = order.article();
        this.subtree = order.subtree().value();
        this.column = column;
        this.placed = placed;
        this.present = present;
        this.pushedBy = order.by();
        this.pushedAt = order.at();
        this.idempotencyKey = order.idempotencyKey().orElse(null);
    }

    Push push() {
        return new Push(id, article, new SiteCode(subtree), placed, present, pushedBy, pushedAt);
    }
}
