package org.jutong.channels.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.channels.internal.SetUp;
import org.jutong.plugin.SiteCode;

@Entity(name = "Channel")
@Table(name = "CH_CHANNEL")
class ChannelRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CH_CHANNEL_SEQ")
    @SequenceGenerator(name = "CH_CHANNEL_SEQ", sequenceName = "CH_CHANNEL_SEQ", allocationSize = 50)
    private long id;

    private String site;

    private String kind;

    private String name;

    private boolean enabled;

    private String settings;

    private String sealed;

    /** Milliseconds since 1970: until then a node delivers to it, or it rests. */
    @Column(name = "HELD_UNTIL")
    private long heldUntil;

    protected ChannelRow() {}

    ChannelRow(SiteCode site, String kind) {
        this.site = site.value();
        this.kind = kind;
    }

    long id() {
        return id;
    }

    void set(SetUp wanted) {
        this.name = wanted.name();
        this.enabled = wanted.enabled();
        this.settings = wanted.settings();
        this.sealed = wanted.sealed();
    }

    boolean hold(long now, long until) {
        if (!enabled || heldUntil > now) {
            return false;
        }
        heldUntil = until;
        return true;
    }

    void holdUntil(long until) {
        heldUntil = until;
    }

    SetUp setUp() {
        return new SetUp(id, new SiteCode(site), kind, name, enabled, settings, sealed);
    }
}
