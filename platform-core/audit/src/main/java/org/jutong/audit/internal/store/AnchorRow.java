package org.jutong.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "AUDIT_ANCHOR")
class AnchorRow {

    static final int ONLY = 1;

    @Id
    @Column(name = "ID")
    private int id = ONLY;

    @Column(name = "SEQ")
    private long seq;

    @Column(name = "HASH")
    private String hash;

    @Version
    @Column(name = "VERSION")
    private long version;

    protected AnchorRow() {}

    AnchorRow(long seq, String hash) {
        this.seq = seq;
        this.hash = hash;
    }

    void move(long newSeq, String newHash) {
        seq = newSeq;
        hash = newHash;
    }

    Tail tail() {
        return new Tail(seq, hash);
    }
}
