package org.jutong.identity.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The number of the last change to something that nodes hold in memory. */
@Entity
@Table(name = "ID_CHANGE")
class ChangeRow {

    @Id
    @Column(name = "SUBJECT")
    private String subject;

    @Column(name = "REVISION")
    private long revision;

    protected ChangeRow() {}

    ChangeRow(String subject, long revision) {
        this.subject = subject;
        this.revision = revision;
    }

    ChangeTable.Change change() {
        return new ChangeTable.Change(subject, revision);
    }
}
