package org.jutong.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions of people. A session is an opaque random token, stored hashed; it ends at sign-out, when it is revoked or its
 * account disabled, and after 30 idle minutes or 12 hours (settings of the platform). Whatever ends it, it is over on
 * every node within 2 seconds. Thread-safe.
 */
@ProviderType
public interface Sessions {

    /**
     * Checks name, password and second factor and opens a session. Takes the same time for an unknown name. After 5
     * failures for a name within 15 minutes, further tries are refused until the 15 minutes are over.
     *
     * @throws org.jutong.plugin.Problem {@code wrong_credentials} (401); {@code second_factor_missing} or
     *     {@code wrong_second_factor} (401) after the right password; {@code too_many_attempts} (429, its first
     *     argument the seconds to wait)
     */
    Session signIn(SignIn attempt);

    /**
     * Opens a session for somebody whom another place has signed in. Only accounts that name this place as their source
     * are meant; none is made, and none gets a right. An account with a second factor of its own, unseen by the place,
     * owes it.
     *
     * @throws org.jutong.plugin.Problem {@code sign_in_elsewhere_unknown} (401) where no such account may sign in
     */
    Session signIn(Vouched vouched);

    /** The session of this token, or empty where it never was or has ended; counts as use. */
    Optional<Session> resume(String token);

    /** Ends the session of this token, and with it those of the same sign-in on other hosts; nothing happens where there is none. */
    void signOut(String token);
}
