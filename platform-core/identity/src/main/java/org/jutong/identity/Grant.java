package org.jutong.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A right that was given: a person or a group × a role × where × from when until when. Immutable.
 *
 * @param id its number
 * @param holder who has it
 * @param role the role's id
 * @param scope where it holds
 * @param from when it begins to count; empty: at once
 * @param until when it stops counting; empty: never
 * @param reason why it was given; may be empty
 * @param by who gave it: a username
 * @param at when it was given
 * @param handedOverFrom the account whose duties these are, where they were handed over
 */
public record Grant(
        long id,
        Holder holder,
        String role,
        Scope scope,
        Optional<Instant> from,
        Optional<Instant> until,
        String reason,
        String by,
        Instant at,
        Optional<String> handedOverFrom) {

    /** Whether it counts at this time. */
    public boolean inForce(Instant now) {
        return !isOver(now) && from.map(begin -> !now.isBefore(begin)).orElse(true);
    }

    /** Whether its time has passed. */
    public boolean isOver(Instant now) {
        return until.map(end -> !now.isBefore(end)).orElse(false);
    }
}
