package org.jutong.identity.internal.store;

import org.jutong.identity.Accounts.Account;

/** An account with the hash of its password, which leaves identity nowhere. */
public record StoredAccount(Account account, String passwordHash) {

    @Override
    public String toString() {
        return "StoredAccount[" + account.username() + "]";
    }
}
