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
@Table(name = "ID_SESSION")
class SessionRow {

    @Id
    @Column(name = "TOKEN_HASH")
    private String tokenHash;

    @Column(name = "USERNAME")
    private String username;

    @Column(name = "CSRF")
    private String csrf;

    @Column(name = "EXPIRES")
    @Temporal(TemporalType.TIMESTAMP)
    private Date expires;

    @Column(name = "LAST_USED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date lastUsed;

    protected SessionRow() {}

    SessionRow(StoredSession session) {
        this.tokenHash = session.tokenHash();
        this.username = session.username();
        this.csrf = session.csrf();
        this.expires = Date.from(session.expires());
        this.lastUsed = Date.from(session.lastUsed());
    }

    void use(Instant at) {
        lastUsed = Date.from(at);
    }

    StoredSession session() {
        return new StoredSession(tokenHash, username, csrf, expires.toInstant(), lastUsed.toInstant());
    }
}
