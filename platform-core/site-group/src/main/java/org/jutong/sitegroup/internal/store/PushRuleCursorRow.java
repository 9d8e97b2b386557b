package org.jutong.sitegroup.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The one row that says up to which line of the journal the rules were applied. */
@Entity(name = "PushRuleCursor")
@Table(name = "SG_PUSH_RULE_CURSOR")
class PushRuleCursorRow {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "LINE_NO")
    private long line;

    protected PushRuleCursorRow() {}

    PushRuleCursorRow(long line) {
        this.id = ONLY;
        this.line = line;
    }

    long line() {
        return line;
    }

    /** Another node may be further. */
    void advance(long to) {
        line = Math.max(line, to);
    }
}
