package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.State;
import org.jutong.identity.Grant;

@Entity
@Table(name = "ID_ACCOUNT")
class AccountRow {

    @Id
    @Column(name = "USERNAME")
    private String username;

    @Column(name = "DISPLAY_NAME")
    private String displayName;

    @Column(name = "ORGANISATION")
    private Long organisation;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "DISABLED")
    private boolean disabled;

    @Column(name = "DORMANT")
    private boolean dormant;

    @Column(name = "CREATED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date created;

    @Column(name = "ENABLED_AT")
    @Temporal(TemporalType.TIMESTAMP)
    private Date enabledAt;

    @Column(name = "LAST_SIGN_IN")
    @Temporal(TemporalType.TIMESTAMP)
    private Date lastSignIn;

    protected AccountRow() {}

    AccountRow(String username, String displayName, Optional<Long> organisation, String source, Instant created) {
        this.username = username;
        this.displayName = displayName;
        this.organisation = organisation.orElse(null);
        this.source = source;
        this.created = Date.from(created);
    }

    String username() {
        return username;
    }

    boolean isActive() {
        return !disabled && !dormant;
    }

    void change(String name, Optional<Long> to) {
        displayName = name;
        organisation = to.orElse(null);
    }

    void disable() {
        disabled = true;
    }

    void enable(Instant now) {
        disabled = false;
        dormant = false;
        enabledAt = Date.from(now);
    }

    void fallAsleep() {
        dormant = true;
    }

    void signedIn(Instant now) {
        lastSignIn = Date.from(now);
    }

    StoredAccount with(List<Grant> grants, Set<String> groups) {
        Account account = new Account(
                username,
                displayName,
                Optional.ofNullable(organisation),
                source,
                disabled ? State.DISABLED : dormant ? State.DORMANT : State.ACTIVE,
                Optional.ofNullable(lastSignIn).map(Date::toInstant),
                grants,
                groups);
        Date since = enabledAt == null ? created : enabledAt;
        return new StoredAccount(account, since.toInstant());
    }
}
