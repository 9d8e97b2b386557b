package org.jutong.plugin;

import java.util.Objects;

/**
 * Who is acting: a signed-in person, or {@link #ANONYMOUS} for a citizen who is not signed in. It carries no rights;
 * the platform looks those up at each check.
 *
 * @param username the account's name, empty for nobody
 * @param displayName the name shown to people, empty for nobody
 */
public record Actor(String username, String displayName) {

    /** A visitor who is not signed in. */
    public static final Actor ANONYMOUS = new Actor("", "");

    /** What the name of a citizen's account starts with; no staff account's can. */
    public static final String CITIZEN = "citizen:";

    public Actor {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(displayName, "displayName");
    }

    /** Whether somebody is signed in. */
    public boolean isKnown() {
        return !username.isEmpty();
    }

    /** Whether a citizen is signed in, not staff. */
    public boolean isCitizen() {
        return username.startsWith(CITIZEN);
    }
}
