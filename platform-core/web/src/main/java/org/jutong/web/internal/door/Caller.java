package org.jutong.web.internal.door;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.jutong.identity.Session.Duty;
import org.jutong.plugin.Actor;

/**
 * Who sends a request, and by what.
 *
 * @param actor the person, {@link Actor#ANONYMOUS} for nobody
 * @param duties what the session's person owes before the platform serves them
 * @param scopes the permissions that the token names, where the request came with one instead of a session
 */
public record Caller(Actor actor, Set<Duty> duties, Optional<Set<String>> scopes) {

    /** Nobody who is known. */
    public static final Caller NOBODY = new Caller(Actor.ANONYMOUS, Set.of(), Optional.empty());

    private static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        Objects.requireNonNull(actor, "actor");
        duties = Set.copyOf(duties);
    }

    /** The one that {@link Callers} has found for this request; nobody where it was not asked. */
    public static Caller of(HttpServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        return known instanceof Caller caller ? caller : NOBODY;
    }

    Caller remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }
}
