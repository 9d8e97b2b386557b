package org.jutong.identity;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps what is handed out to come back once, such as the state of a sign-in at another place. Every node takes back
 * what any node has handed out. Thread-safe.
 */
@ProviderType
public interface OneTimes {

    /**
     * Keeps the content, sealed.
     *
     * @param purpose what it is for; it comes back for the same purpose alone
     * @param content at most 1,000 characters
     * @param life after so long it does not come back
     * @return the key to it, 256 random bits in 43 characters of base64url; kept nowhere but as a hash
     */
    String keep(String purpose, String content, Duration life);

    /** The content of the key, the first time that it is asked for; empty from then on, and for any other key. */
    Optional<String> take(String purpose, String key);
}
