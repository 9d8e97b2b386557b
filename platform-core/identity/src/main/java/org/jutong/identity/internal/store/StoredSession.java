package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A session as stored: its token only as a hash.
 *
 * @param id what its holder names it by; neither the token nor its hash
 * @param proven whether a second factor was seen, here or elsewhere
 * @param parent the id of the session that it ends with
 */
public record StoredSession(
        String tokenHash,
        String id,
        String username,
        String csrf,
        Instant created,
        Instant expires,
        Instant lastUsed,
        String address,
        String agent,
        boolean proven,
        Optional<String> parent) {

    /** The same session under new secrets. */
    public StoredSession under(String newTokenHash, String newCsrf, Instant now, boolean nowProven) {
        return new StoredSession(
                newTokenHash, id, username, newCsrf, created, expires, now, address, agent, nowProven, parent);
    }

    @Override
    public String toString() {
        return "StoredSession[" + username + ", until " + expires + "]";
    }
}
