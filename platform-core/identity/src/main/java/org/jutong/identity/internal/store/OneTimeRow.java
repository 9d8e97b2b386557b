package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

@Entity
@Table(name = "ID_ONE_TIME")
class OneTimeRow {

    @Id
    @Column(name = "KEY_HASH")
    private String keyHash;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "EXPIRES")
    @Temporal(TemporalType.TIMESTAMP)
    private Date expires;

    protected OneTimeRow() {}

    OneTimeRow(String keyHash, String content, Instant expires) {
        this.keyHash = keyHash;
        this.content = content;
        this.expires = Date.from(expires);
    }

    String content() {
        return content;
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expires.toInstant());
    }
}
