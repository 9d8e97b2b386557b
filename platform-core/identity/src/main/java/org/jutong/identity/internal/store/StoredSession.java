package org.jutong.identity.internal.store;

import java.time.Instant;

/** A session as stored: its token only as a hash. */
public record StoredSession(String tokenHash, String username, String csrf, Instant expires, Instant lastUsed) {

    @Override
    public String toString() {
        return "StoredSession[" + username + ", until " + expires + "]";
    }
}
