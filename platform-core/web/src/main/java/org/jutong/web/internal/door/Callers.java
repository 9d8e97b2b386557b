package org.jutong.web.internal.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.jutong.identity.Session;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.Sessions;
import org.jutong.identity.Tokens;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Finds out who sends a request: the session of its cookie, with the proof that a mutation's page knows the session,
 * or the token of its {@code Authorization} header. Thread-safe.
 */
@Component(service = Callers.class)
public final class Callers {

    private static final String BEARER = "bearer ";
    private static final String CSRF = "X-CSRF-Token";

    private final Sessions sessions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Tokens tokens;

    @Activate
    public Callers(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The sender of the request, also kept with it for {@link Caller#of}.
     *
     * @throws Problem {@code invalid_token} (401), {@code token_with_session} (400) for both a token and a session's
     *     cookie, {@code csrf_token_missing} (403) for a mutation with a session and without its secret
     */
    public Caller find(HttpServletRequest request) {
        Optional<String> token = bearer(request);
        if (token.isPresent()) {
            return ofToken(request, token.get()).remember(request);
        }
        Optional<Session> session = SessionCookie.token(request).flatMap(sessions::resume);
        if (session.isEmpty()) {
            return Caller.NOBODY.remember(request);
        }
        Caller caller = new Caller(session.get().actor(), session.get().duties(), Optional.empty());
        caller.remember(request);
        if (!isRead(request) && !isSignIn(request) && !matches(session.get().csrf(), request.getHeader(CSRF))) {
            throw Problem.forbidden("csrf_token_missing");
        }
        return caller;
    }

    private Caller ofToken(HttpServletRequest request, String token) {
        if (SessionCookie.token(request).isPresent()) {
            throw Problem.of(400, "token_with_session");
        }
        Tokens known = tokens;
        return Optional.ofNullable(known)
                .flatMap(service -> service.resume(token))
                .map(bearer -> new Caller(bearer.actor(), Set.of(), Optional.of(bearer.permissions())))
                .orElseThrow(() -> Problem.unauthenticated("invalid_token"));
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Signing in needs no proof: it makes a new session, and the origin of the request has been checked. */
    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/v1/session");
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static boolean matches(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
