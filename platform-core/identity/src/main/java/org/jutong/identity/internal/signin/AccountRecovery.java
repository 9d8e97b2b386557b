package org.jutong.identity.internal.signin;

import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What administrators do for people who cannot sign in. Each is recorded. Whether the administrator may do it to this
 * account is asked by the caller: the accounts know. Thread-safe.
 */
@Component(service = AccountRecovery.class)
public final class AccountRecovery {

    private final Store store;
    private final CredentialTable table;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final StoredSessions sessions;
    private final Throttle throttle;
    private final Audit audit;

    @Activate
    public AccountRecovery(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Passwords passwords,
            @Reference SecondFactors factors,
            @Reference StoredSessions sessions,
            @Reference Throttle throttle,
            @Reference Audit audit) {
        this.store = store;
        this.table = new CredentialTable(store);
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * A made-up password in place of the one of now, to be changed at the next sign-in; all sessions end.
     *
     * @throws Problem {@code password_elsewhere} (409) where another place checks the password
     */
    public String resetPassword(Actor by, String username) {
        table.find(username)
                .flatMap(StoredCredential::passwordHash)
                .orElseThrow(() -> Problem.conflict("password_elsewhere"));
        String password = passwords.generate();
        String hash = passwords.hash(password);
        recorded(Action.PASSWORD_RESET, by, username, () -> {
            table.setPassword(username, hash, true);
            sessions.endAll(username);
        });
        return password;
    }

    /** Removes the second factor of somebody who lost it; all sessions end. */
    public void removeSecondFactor(Actor by, String username) {
        recorded(Action.SECOND_FACTOR_REMOVE, by, username, () -> {
            factors.remove(username);
            sessions.endAll(username);
        });
    }

    /** Forgets the failed sign-ins of a name, so that it need not wait. */
    public void unlock(Actor by, String username) {
        recorded(Action.ACCOUNT_UNLOCK, by, username, () -> throttle.succeeded(username));
    }

    /** Whether sign-in is refused for the name because of failures. */
    public boolean isLocked(String username) {
        return throttle.isLocked(username);
    }

    /** Whether the account has a second factor. */
    public boolean hasSecondFactor(String username) {
        return table.find(username).flatMap(StoredCredential::secret).isPresent();
    }

    /** Ends all sessions of an account. */
    public void endSessions(Actor by, String username) {
        sessions.revoke(by, username, session -> true);
    }

    private void recorded(Action action, Actor by, String username, Runnable work) {
        store.recorded(
                () -> {
                    work.run();
                    return username;
                },
                done -> audit.record(Event.done(action, by, "account:" + username)));
    }
}
