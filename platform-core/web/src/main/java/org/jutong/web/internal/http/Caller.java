package org.jutong.web.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

/** Who sends a request: the session of its cookie, and for a mutation the proof that its page knows the session. */
public final class Caller {

    private static final String COOKIE = "jutong_session";

    private Caller() {}

    /**
     * The actor of the request; {@link Actor#ANONYMOUS} without an open session.
     *
     * @throws Problem {@code csrf_token_missing} (403) for a mutation with a session and without its token
     */
    public static Actor of(HttpServletRequest request, Sessions sessions) {
        Optional<Session> session = token(request).flatMap(sessions::resume);
        if (session.isEmpty()) {
            return Actor.ANONYMOUS;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads && !isSignIn(request) && !matches(session.get().csrf(), request.getHeader("X-CSRF-Token"))) {
            throw Problem.forbidden("csrf_token_missing");
        }
        return session.get().actor();
    }

    /** Signing in needs no token: it makes a new session, and the origin of the request has been checked. */
    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/v1/session");
    }

    private static Optional<String> token(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
