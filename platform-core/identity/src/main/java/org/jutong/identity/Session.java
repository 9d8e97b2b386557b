package org.jutong.identity;

import java.time.Instant;
import org.jutong.plugin.Actor;

/**
 * An open session.
 *
 * @param token the secret that the cookie carries
 * @param csrf the secret that each mutation must repeat in the {@code X-CSRF-Token} header
 * @param actor who is signed in
 * @param expires when it ends at the latest
 */
public record Session(String token, String csrf, Actor actor, Instant expires) {

    @Override
    public String toString() {
        return "Session[" + actor.username() + ", until " + expires + "]";
    }
}
