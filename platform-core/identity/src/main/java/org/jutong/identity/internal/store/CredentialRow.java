package org.jutong.identity.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "ID_CREDENTIAL")
class CredentialRow {

    @Id
    @Column(name = "USERNAME")
    private String username;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    @Column(name = "PREVIOUS_HASH")
    private String previousHash;

    @Column(name = "CHANGE_OWED")
    private boolean changeOwed;

    @Column(name = "TOTP_SECRET")
    private String secret;

    @Column(name = "TOTP_STEP")
    private long step;

    @Column(name = "NEXT_SECRET")
    private String nextSecret;

    protected CredentialRow() {}

    CredentialRow(StoredCredential credential) {
        this.username = credential.username();
        this.passwordHash = credential.passwordHash().orElse(null);
        this.changeOwed = credential.changeOwed();
        this.secret = credential.secret().orElse(null);
    }

    void setPassword(String hash, boolean owed) {
        previousHash = passwordHash;
        passwordHash = hash;
        changeOwed = owed;
    }

    void offer(String sealed) {
        nextSecret = sealed;
    }

    void enrol(long at) {
        secret = nextSecret;
        nextSecret = null;
        step = at;
    }

    void removeSecret() {
        secret = null;
        nextSecret = null;
    }

    StoredCredential credential() {
        return new StoredCredential(username, passwordHash, previousHash, changeOwed, secret, step, nextSecret);
    }
}
