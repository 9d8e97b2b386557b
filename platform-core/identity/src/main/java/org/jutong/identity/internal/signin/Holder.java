package org.jutong.identity.internal.signin;

import java.util.Objects;
import org.jutong.plugin.Actor;

/**
 * Somebody who can hold a session.
 *
 * @param actor who it is
 * @param active whether the account may sign in now
 * @param source who checks the password: {@link #LOCAL}, or the name of another place
 */
public record Holder(Actor actor, boolean active, String source) {

    /** The platform itself checks the password. */
    public static final String LOCAL = "local";

    public Holder {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(source, "source");
    }

    /** The actor's name, under which secrets and sessions are kept. */
    public String username() {
        return actor.username();
    }

    boolean isLocal() {
        return LOCAL.equals(source);
    }
}
