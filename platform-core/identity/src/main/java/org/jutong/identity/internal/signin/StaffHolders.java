package org.jutong.identity.internal.signin;

import java.time.Instant;
import java.util.Optional;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.internal.Roster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The staff: they type the name that their account has. */
@Component(service = Holders.class)
public final class StaffHolders implements Holders {

    private final Roster roster;

    @Activate
    public StaffHolders(@Reference Roster roster) {
        this.roster = roster;
    }

    @Override
    public Optional<Holder> named(String typed) {
        return of(typed);
    }

    @Override
    public Optional<Holder> of(String username) {
        return roster.find(username).map(stored -> holder(stored.account()));
    }

    @Override
    public void signedIn(String username, Instant at) {
        if (roster.find(username).isPresent()) {
            roster.signedIn(username, at);
        }
    }

    private static Holder holder(Account account) {
        return new Holder(account.actor(), account.isActive(), account.source());
    }
}
