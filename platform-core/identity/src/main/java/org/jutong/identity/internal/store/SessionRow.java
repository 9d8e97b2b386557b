package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
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

    @Column(name = "ID")
    private String id;

    @Column(name = "USERNAME")
    private String username;

    @Column(name = "CSRF")
    private String csrf;

    @Column(name = "CREATED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date created;

    @Column(name = "EXPIRES")
    @Temporal(TemporalType.TIMESTAMP)
    private Date expires;

    @Column(name = "LAST_USED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date lastUsed;

    @Column(name = "ADDRESS")
    private String address;

    @Column(name = "AGENT")
    private String agent;

    @Column(name = "PROVEN")
    private boolean proven;

    @Column(name = "PARENT")
    private String parent;

    protected SessionRow() {}

    SessionRow(StoredSession session) {
        this.tokenHash = session.tokenHash();
        this.id = session.id();
        this.username = session.username();
        this.csrf = session.csrf();
        this.created = Date.from(session.created());
        this.expires = Date.from(session.expires());
        this.lastUsed = Date.from(session.lastUsed());
        this.address = session.address();
        this.agent = session.agent();
        this.proven = session.proven();
        this.parent = session.parent().orElse(null);
    }

    StoredSession session() {
        return new StoredSession(
                tokenHash,
                id,
                username,
                csrf,
                created.toInstant(),
                expires.toInstant(),
                lastUsed.toInstant(),
                address,
                agent,
                proven,
                Optional.ofNullable(parent));
    }

    /** The time of last use, kept the latest one that any node saw. */
    void use(Instant at) {
        if (lastUsed.toInstant().isBefore(at)) {
            lastUsed = Date.from(at);
        }
    }
}
