package org.jutong.shell.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

/**
 * Who gives commands: the account of the JAAS subject that the shell runs under. The session's variable USER says the
 * same and can be set by anybody.
 *
 * @param username the subject's user, {@code null} where there is none
 * @param client the network address that they come from, empty where there is none
 */
record SignedIn(Accounts accounts, Supplier<String> username, Supplier<String> client) {

    String address() {
        return client.get();
    }

    /** @throws Problem {@code not_signed_in} (401), also where the account was disabled since */
    Actor actor() {
        return Optional.ofNullable(username.get())
                .flatMap(accounts::find)
                .filter(Account::isActive)
                .map(Account::actor)
                .orElseThrow(() -> Problem.unauthenticated("not_signed_in"));
    }
}
