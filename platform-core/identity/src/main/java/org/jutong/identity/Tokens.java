package org.jutong.identity;

import java.util.Optional;
import java.util.Set;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** API tokens, for programs: {@code Authorization: Bearer …}. Thread-safe. */
@ProviderType
public interface Tokens {

    /** Whom this token stands for; empty where it never was, has expired or was revoked, or its account may not sign in. */
    Optional<Bearer> resume(String token);

    /**
     * The holder of a token.
     *
     * @param actor the account behind it
     * @param permissions its scopes: it opens methods that ask for one of these, as far as the account holds it
     */
    record Bearer(Actor actor, Set<String> permissions) {
        public Bearer {
            permissions = Set.copyOf(permissions);
        }
    }
}
