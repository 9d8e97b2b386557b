package org.jutong.channels.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The one row that says up to which line of the journal every article was looked at. */
@Entity(name = "DeliveryCursor")
@Table(name = "CH_CURSOR")
class CursorRow {

    static final int ONE = 1;

    @Id
    private int id;

    @Column(name = "LINE_NO")
    private long number;

    protected CursorRow() {}

    CursorRow(long number) {
        this.id = ONE;
        this.number = number;
    }

    long number() {
        return number;
    }

    /** Another node may be further. */
    void advance(long to) {
        number = Math.max(number, to);
    }
}
