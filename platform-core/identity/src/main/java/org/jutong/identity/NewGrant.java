package org.jutong.identity;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * A right to be given; see {@link Grant}.
 *
 * @param role the role's id
 * @param scope where it is to hold
 * @param from when it is to begin; empty: at once
 * @param until when it is to end; empty: never
 * @param reason why; at most 200 characters
 */
public record NewGrant(String role, Scope scope, Optional<Instant> from, Optional<Instant> until, String reason) {

    /** Without an end, on a site and all below it. */
    public static NewGrant on(SiteCode site, String role) {
        return on(new Scope.OfSite(site), role);
    }

    /** Without an end, on the whole platform. */
    public static NewGrant everywhere(String role) {
        return on(Scope.EVERYWHERE, role);
    }

    /** Without an end. */
    public static NewGrant on(Scope scope, String role) {
        return new NewGrant(role, scope, Optional.empty(), Optional.empty(), "");
    }
}
