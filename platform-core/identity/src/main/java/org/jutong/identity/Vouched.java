package org.jutong.identity;

import java.util.Objects;

/**
 * Somebody whom another place has signed in and vouches for. Making one is the whole proof: only code that has checked
 * the place's own proof makes one.
 *
 * @param source the place, as accounts name it, such as {@code oidc}
 * @param username the account's name
 * @param secondFactor whether the place has seen a second factor
 * @param client where the request comes from
 */
public record Vouched(String source, String username, boolean secondFactor, Client client) {

    public Vouched {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(client, "client");
    }
}
