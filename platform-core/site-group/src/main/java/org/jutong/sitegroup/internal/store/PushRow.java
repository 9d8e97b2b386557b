package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Collection;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;

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

    private int waiting;

    @Column(name = "LEFT_OUT")
    private int leftOut;

    @Column(name = "PUSHED_BY")
    private String pushedBy;

    @Column(name = "PUSHED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant pushedAt;

    @Column(name = "IDEMPOTENCY_KEY")
    private String idempotencyKey;

    @Column(name = "RULE_ID")
    private Long rule;

    protected PushRow() {}

    PushRow(PushOrder order, String column, Collection<Target> targets) {
        this.article = order.article();
        this.subtree = order.subtree().value();
        this.column = column;
        this.placed = count(targets, Outcome.PLACED);
        this.present = count(targets, Outcome.PRESENT);
        this.waiting = count(targets, Outcome.WAITING);
        this.leftOut = count(targets, Outcome.LEFT_OUT);
        this.pushedBy = order.by();
        this.pushedAt = order.at();
        this.idempotencyKey = order.idempotencyKey().orElse(null);
        this.rule = order.rule().orElse(null);
    }

    private static int count(Collection<Target> targets, Outcome outcome) {
        return (int) targets.stream().filter(t -> t.outcome() == outcome).count();
    }

    long id() {
        return id;
    }

    Push push() {
        return new Push(id, article, new SiteCode(subtree), placed, present, waiting, leftOut, pushedBy, pushedAt);
    }
}
