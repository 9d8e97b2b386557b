package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import org.jutong.identity.Citizens.Assurance;
import org.jutong.identity.Citizens.State;
import org.jutong.plugin.Actor;

/** A citizen's account as stored; what is erased at closing is then {@code null}. */
public record StoredCitizen(
        long id, String mobile, String name, Assurance assurance, State state, Instant created, String idNumber) {

    /** The name of the citizen as an actor. */
    public String username() {
        return Actor.CITIZEN + id;
    }

    @Override
    public String toString() {
        return "StoredCitizen[" + id + "]";
    }
}
