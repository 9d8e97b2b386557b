package org.jutong.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.audit.chain.Head;

@Entity
@IdClass(HeadKey.class)
@Table(name = "AUDIT_HEAD")
class HeadRow {

    @Id
    @Column(name = "SEQ")
    private long seq;

    @Id
    @Column(name = "KEY_ID")
    private String key;

    @Column(name = "HASH")
    private String hash;

    @Column(name = "SIGNED")
    private long time;

    @Column(name = "ALGORITHM")
    private String algorithm;

    @Column(name = "SIGNATURE")
    private String signature;

    protected HeadRow() {}

    HeadRow(Head head) {
        this.seq = head.seq();
        this.key = head.key();
        this.hash = head.hash();
        this.time = head.time();
        this.algorithm = head.algorithm();
        this.signature = head.signature();
    }

    Head head() {
        return new Head(seq, hash, time, algorithm, key, signature);
    }
}
