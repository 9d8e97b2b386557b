package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A site that wants to be asked before it shows what others push to it. */
@Entity(name = "Receiving")
@Table(name = "SG_RECEIVING")
class ReceivingRow {

    @Id
    private String site;

    private String reason;

    @Column(name = "SAID_BY")
    private String saidBy;

    @Column(name = "SAID_AT")
    @Convert(converter = BeijingTime.class)
    private Instant saidAt;

    protected ReceivingRow() {}

    ReceivingRow(String site, String reason, String by, Instant at) {
        this.site = site;
        this.reason = reason;
        this.saidBy = by;
        this.saidAt = at;
    }
}
