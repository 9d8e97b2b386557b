package org.jutong.identity.internal.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * One kind of accounts that sign in: staff, or citizens. Each is an OSGi service; sign-in asks all of them. Fast: asked
 * at each request. Thread-safe.
 */
public interface Holders {

    /** The account that is meant by what somebody typed as their name, whatever its state; empty for nobody's. */
    Optional<Holder> named(String typed);

    /** The account of the actor of this name, whatever its state. */
    Optional<Holder> of(String username);

    /** Notes that somebody has signed in; nothing happens for an account of another kind. */
    default void signedIn(String username, Instant at) {}
}
