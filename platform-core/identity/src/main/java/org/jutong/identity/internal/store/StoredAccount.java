package org.jutong.identity.internal.store;

import java.time.Instant;
import org.jutong.identity.Accounts.Account;

/**
 * An account as stored.
 *
 * @param enabledAt when it was created or last enabled
 */
public record StoredAccount(Account account, Instant enabledAt) {

    /** When it was last used: signed in to, enabled or created. */
    public Instant lastUsed() {
        return account.lastSignIn().filter(enabledAt::isBefore).orElse(enabledAt);
    }
}
