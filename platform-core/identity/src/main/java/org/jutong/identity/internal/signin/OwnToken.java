package org.jutong.identity.internal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.internal.store.StoredToken;

/** A token as its holder sees it after its making: without itself. */
public record OwnToken(
        String id,
        String name,
        List<String> permissions,
        Instant expires,
        Instant created,
        Optional<Instant> lastUsed) {

    static OwnToken of(StoredToken token) {
        return new OwnToken(
                token.id(),
                token.name(),
                token.permissions().stream().sorted().toList(),
                token.expires(),
                token.created(),
                token.lastUsed());
    }
}
