package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.Grant;

@Entity
@Table(name = "ID_ACCOUNT")
class AccountRow {

    @Id
    @Column(name = "USERNAME")
    private String username;

    @Column(name = "DISPLAY_NAME")
    private String displayName;

    @Column(name = "DISABLED")
    private boolean disabled;

    @Column(name = "CREATED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date created;

    protected AccountRow() {}

    AccountRow(Account account, Instant created) {
        this.username = account.username();
        this.displayName = account.displayName();
        this.disabled = account.disabled();
        this.created = Date.from(created);
    }

    String username() {
        return username;
    }

    void disable(boolean value) {
        disabled = value;
    }

    StoredAccount with(List<Grant> grants) {
        return new StoredAccount(new Account(username, displayName, grants, disabled));
    }
}
