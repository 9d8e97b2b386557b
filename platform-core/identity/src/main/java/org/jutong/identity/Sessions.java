package org.jutong.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sign-in and sessions. A session is an opaque random token, stored hashed; it ends at sign-out, after 30 idle minutes
 * or after 12 hours. Thread-safe.
 */
@ProviderType
public interface Sessions {

    /**
     * Checks name and password and opens a session. Takes the same time for an unknown name. After 5 failures for a
     * name within 15 minutes, further tries are refused until the 15 minutes are over.
     *
     * @param password at most 1,024 characters; not kept
     * @param address where the request came from, for the throttle and the log
     * @throws org.jutong.plugin.Problem {@code wrong_credentials} (401) or {@code too_many_attempts} (429, its first
     *     argument the seconds to wait)
     */
    Session signIn(String username, String password, String address);

    /** The session of this token, or empty where it never was or has ended; counts as use. */
    Optional<Session> resume(String token);

    /** Ends the session of this token; nothing happens where there is none. */
    void signOut(String token);
}
