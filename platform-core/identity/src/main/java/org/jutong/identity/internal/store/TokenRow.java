package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

@Entity
@Table(name = "ID_TOKEN")
class TokenRow {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "TOKEN_HASH")
    private String tokenHash;

    @Column(name = "USERNAME")
    private String username;

    @Column(name = "NAME")
    private String name;

    @Column(name = "PERMISSIONS")
    private String permissions;

    @Column(name = "CREATED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date created;

    @Column(name = "EXPIRES")
    @Temporal(TemporalType.TIMESTAMP)
    private Date expires;

    @Column(name = "LAST_USED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date lastUsed;

    protected TokenRow() {}

    TokenRow(StoredToken token) {
        this.id = token.id();
        this.tokenHash = token.tokenHash();
        this.username = token.username();
        this.name = token.name();
        this.permissions = String.join(" ", new TreeSet<>(token.permissions()));
        this.created = Date.from(token.created());
        this.expires = Date.from(token.expires());
    }

    void use(Instant at) {
        lastUsed = Date.from(at);
    }

    StoredToken token() {
        return new StoredToken(
                id,
                tokenHash,
                username,
                name,
                Set.of(permissions.split(" ")),
                created.toInstant(),
                expires.toInstant(),
                Optional.ofNullable(lastUsed).map(Date::toInstant));
    }
}
