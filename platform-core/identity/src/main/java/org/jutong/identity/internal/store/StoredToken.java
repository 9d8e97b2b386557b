package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token for programs as stored: only as a hash.
 *
 * @param id what its holder names it by; neither the token nor its hash
 * @param lastUsed within a minute; empty before the first use
 */
public record StoredToken(
        String id,
        String tokenHash,
        String username,
        String name,
        Set<String> permissions,
        Instant created,
        Instant expires,
        Optional<Instant> lastUsed) {

    public StoredToken {
        permissions = Set.copyOf(permissions);
    }

    @Override
    public String toString() {
        return "StoredToken[" + id + " of " + username + ", until " + expires + "]";
    }
}
