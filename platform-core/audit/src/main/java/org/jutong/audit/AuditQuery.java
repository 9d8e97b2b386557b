package org.jutong.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are looked for; all that is given must hold.
 *
 * @param from recorded at this time or later
 * @param until recorded before this time
 * @param actor by this account
 * @param action what was done, a name of {@link Action}
 * @param site on this site
 * @param object on exactly this object
 * @param outcome with this end, a name of {@link Outcome}
 */
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> actor,
        Optional<String> action,
        Optional<String> site,
        Optional<String> object,
        Optional<String> outcome) {

    /** All. */
    public static final AuditQuery ALL = new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
