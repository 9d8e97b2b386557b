package org.jutong.identity.internal.signin;

import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one check of name and password, for the web, SSH and the shell alike. Thread-safe. */
@Component(service = Credentials.class)
public final class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Roster roster;
    private final Passwords passwords;
    private final Throttle throttle;

    // tries for one name go one after the other: many at once would all pass the throttle before the first one counts
    private final Object[] turns;

    @Activate
    public Credentials(@Reference Roster roster, @Reference Passwords passwords, @Reference Throttle throttle) {
        this.roster = roster;
        this.passwords = passwords;
        this.throttle = throttle;
        this.turns = Stream.generate(Object::new).limit(64).toArray();
    }

    /**
     * The account that these credentials are of.
     *
     * @throws Problem {@code wrong_credentials} (401), also for a disabled account, or {@code too_many_attempts} (429)
     */
    public Account check(String username, String password, String address) {
        synchronized (turns[Math.floorMod(username.hashCode(), turns.length)]) {
            throttle.requirePatience(username, address);
            Optional<StoredAccount> known = roster.findEnabled(username);
            boolean right = known.map(account -> passwords.matches(password, account.passwordHash()))
                    .orElseGet(() -> {
                        passwords.matchNobody(password);
                        return false;
                    });
            if (!right) {
                throttle.failed(username, address);
                LOG.info("Sign-in failed for {} from {}", known.isPresent() ? username : "an unknown name", address);
                throw Problem.unauthenticated("wrong_credentials");
            }
            throttle.succeeded(username);
            return known.orElseThrow().account();
        }
    }
}
