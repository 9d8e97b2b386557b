package org.jutong.identity;

import java.time.Instant;
import java.util.Set;
import org.jutong.plugin.Actor;

/**
 * An open session.
 *
 * @param token the secret that the cookie carries
 * @param csrf the secret that each mutation must repeat in the {@code X-CSRF-Token} header
 * @param actor who is signed in, staff or citizen
 * @param expires when it ends at the latest
 * @param duties what the person must do before anything else; until then the session opens the addresses below
 *     {@code /api/v1/session} alone
 */
public record Session(String token, String csrf, Actor actor, Instant expires, Set<Duty> duties) {

    public Session {
        duties = Set.copyOf(duties);
    }

    /** What is owed before the platform serves the person. */
    public enum Duty {
        /** Choosing a password in place of the one that somebody else knows. */
        PASSWORD,

        /**
         * Setting up the second factor that the account's rights ask for; or, for one who has signed in elsewhere, showing
         * the one that the account has.
         */
        SECOND_FACTOR
    }

    @Override
    public String toString() {
        return "Session[" + actor.username() + ", until " + expires + "]";
    }
}
