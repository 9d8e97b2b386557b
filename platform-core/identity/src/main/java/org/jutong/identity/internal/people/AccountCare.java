package org.jutong.identity.internal.people;

import org.jutong.identity.Accounts.Account;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.GrantRules;
import org.jutong.identity.internal.signin.AccountRecovery;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is done for people who cannot sign in; permission {@code identity.manage} where the account belongs. Whoever sets
 * somebody's password could sign in as them, so that takes the right to give all that they hold. Thread-safe.
 */
@Component(service = AccountCare.class)
public final class AccountCare {

    private final Roster roster;
    private final Belonging belonging;
    private final GrantRules rules;
    private final AccountRecovery recovery;

    @Activate
    public AccountCare(
            @Reference Roster roster,
            @Reference Belonging belonging,
            @Reference GrantRules rules,
            @Reference AccountRecovery recovery) {
        this.roster = roster;
        this.belonging = belonging;
        this.rules = rules;
        this.recovery = recovery;
    }

    /**
     * The account, for somebody who manages a place where it belongs.
     *
     * @throws Problem {@code account_not_found} (404), also for one out of the actor's reach
     */
    public Account require(Actor by, String username) {
        belonging.requireManager(by);
        return roster.find(username)
                .map(stored -> stored.account())
                .filter(account -> belonging.sees(by, account))
                .orElseThrow(() -> Problem.notFound("account_not_found", username));
    }

    /** A made-up password, to be changed at the next sign-in. */
    public String resetPassword(Actor by, String username) {
        requireMayStandIn(by, username);
        return recovery.resetPassword(by, username);
    }

    /** Removes the second factor of somebody who lost it. */
    public void removeSecondFactor(Actor by, String username) {
        requireMayStandIn(by, username);
        recovery.removeSecondFactor(by, username);
    }

    /** Forgets the failed sign-ins. */
    public void unlock(Actor by, String username) {
        belonging.requireMayManage(by, require(by, username));
        recovery.unlock(by, username);
    }

    /** Ends all sessions. */
    public void endSessions(Actor by, String username) {
        belonging.requireMayManage(by, require(by, username));
        recovery.endSessions(by, username);
    }

    private void requireMayStandIn(Actor by, String username) {
        Account account = require(by, username);
        belonging.requireMayManage(by, account);
        rules.requireMayStandIn(by, account);
    }
}
