package org.jutong.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.audit.Entry;

@Entity
@Table(name = "AUDIT_ENTRY")
class EntryRow {

    @Id
    @Column(name = "SEQ")
    private long seq;

    @Column(name = "RECORDED")
    private long time;

    @Column(name = "ACTOR")
    private String actor;

    @Column(name = "ACTOR_NAME")
    private String actorName;

    @Column(name = "BEHALF")
    private String behalf;

    @Column(name = "ACTION_NAME")
    private String action;

    @Column(name = "OUTCOME")
    private String outcome;

    @Column(name = "SITE")
    private String site;

    @Column(name = "TARGET")
    private String target;

    @Column(name = "CHANNEL")
    private String channel;

    @Column(name = "ADDRESS")
    private String address;

    @Column(name = "DETAIL")
    private String detail;

    @Column(name = "ALGORITHM")
    private String algorithm;

    @Column(name = "PREVIOUS_HASH")
    private String previous;

    @Column(name = "HASH")
    private String hash;

    protected EntryRow() {}

    EntryRow(Entry entry) {
        this.seq = entry.seq();
        this.time = entry.time();
        this.actor = entry.actor();
        this.actorName = entry.actorName();
        this.behalf = entry.behalf();
        this.action = entry.action();
        this.outcome = entry.outcome();
        this.site = entry.site();
        this.target = entry.object();
        this.channel = entry.channel();
        this.address = entry.address();
        this.detail = entry.detail();
        this.algorithm = entry.algorithm();
        this.previous = entry.previous();
        this.hash = entry.hash();
    }

    Entry entry() {
        return new Entry(
                seq, time, actor, actorName, behalf, action, outcome, site, target, channel, address, detail, algorithm,
                previous, hash);
    }
}
