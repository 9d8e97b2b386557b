package org.jutong.identity.internal.shell;

import org.jutong.identity.Accounts;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

/** Whether an operator may touch somebody's account at all. */
record Managed(Accounts accounts) {

    /** @throws Problem {@code account_not_found} (404) for an account that the operator may not manage */
    String require(Actor by, String username) {
        return accounts.list(by).stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("account_not_found", username))
                .username();
    }
}
