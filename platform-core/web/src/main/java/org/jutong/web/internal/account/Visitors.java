package org.jutong.web.internal.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jutong.identity.Session;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.Sessions;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.portal.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who visits the portal, by the session of the cookie. Thread-safe. */
@Component(service = Visitors.class)
public final class Visitors {

    /** The hidden field of forms that repeats the session's secret. */
    public static final String FIELD = "csrf";

    private final Sessions sessions;

    @Activate
    public Visitors(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    /** The session that the request comes with. */
    Optional<Session> session(HttpServletRequest request) {
        return SessionCookie.token(request).flatMap(sessions::resume);
    }

    /**
     * Who visits. A form without the session's secret, such as one on a page that is kept for everybody, is nobody's:
     * it can do what anybody can do.
     *
     * @throws Problem {@code csrf_token_missing} (403) for a form with a wrong secret
     */
    public Visit of(HttpServletRequest request) {
        Optional<Session> session = session(request);
        boolean form = !isRead(request);
        if (session.isEmpty() || form && request.getParameter(FIELD) == null) {
            return new Visit(Actor.ANONYMOUS, Visitor.NOBODY);
        }
        if (form) {
            requireProof(request, session.get());
        }
        return visit(session.get());
    }

    static Visit visit(Session session) {
        Actor actor = session.actor();
        return actor.isCitizen()
                ? new Visit(actor, new Visitor(actor.displayName(), session.csrf()))
                : new Visit(Actor.ANONYMOUS, new Visitor("", session.csrf()));
    }

    /** @throws Problem {@code csrf_token_missing} (403) for a form that does not repeat the session's secret */
    static void requireProof(HttpServletRequest request, Session session) {
        String given = Optional.ofNullable(request.getParameter(FIELD)).orElse("");
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8))) {
            throw Problem.forbidden("csrf_token_missing");
        }
    }

    static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /**
     * A visit.
     *
     * @param citizen the citizen who is signed in; nobody for all others, staff included
     * @param visitor what the page needs to know
     */
    public record Visit(Actor citizen, Visitor visitor) {}
}
