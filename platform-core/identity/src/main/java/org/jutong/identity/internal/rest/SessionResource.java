package org.jutong.identity.internal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.identity.internal.GrantedAuthority;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in and out. */
@Component(service = RestResource.class)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource implements RestResource {

    private final Sessions sessions;
    private final GrantedAuthority authority;

    @Activate
    public SessionResource(@Reference Sessions sessions, @Reference GrantedAuthority authority) {
        this.sessions = sessions;
        this.authority = authority;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public Response signIn(SignIn body, @Context HttpServletRequest request) {
        requireOwnOrigin(request);
        if (body == null || body.username() == null || body.username().isBlank()) {
            throw Problem.invalid("username_missing", "username");
        }
        if (body.password() == null || body.password().isEmpty()) {
            throw Problem.invalid("password_missing", "password");
        }
        // a new session for each sign-in; the one that the browser had before ends
        Session session = sessions.signIn(body.username(), body.password(), request.getRemoteAddr());
        SessionCookie.token(request).ifPresent(sessions::signOut);
        return Response.ok(view(session, Optional.empty()))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.set(session.token(), request.isSecure()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Public
    public SessionView session(@QueryParam("site") String site, @Context HttpServletRequest request) {
        return view(require(request), Optional.ofNullable(site).map(SiteCode::new));
    }

    @DELETE
    @Public
    public Response signOut(@HeaderParam("X-CSRF-Token") String csrf, @Context HttpServletRequest request) {
        Session session = require(request);
        requireOwnOrigin(request);
        if (csrf == null || !MessageDigest.isEqual(bytes(csrf), bytes(session.csrf()))) {
            throw Problem.forbidden("csrf_token_missing");
        }
        sessions.signOut(session.token());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.forget(request.isSecure()))
                .build();
    }

    private Session require(HttpServletRequest request) {
        return SessionCookie.token(request)
                .flatMap(sessions::resume)
                .orElseThrow(() -> Problem.unauthenticated("not_signed_in"));
    }

    /** Signing in through another site's page would put the visitor into a stranger's account unawares. */
    private static void requireOwnOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader(HttpHeaders.HOST);
        if (origin != null && !origin.isEmpty() && !authority(origin).equalsIgnoreCase(host)) {
            throw Problem.forbidden("wrong_origin");
        }
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SessionView view(Session session, Optional<SiteCode> site) {
        Set<String> permissions = site.map(code -> authority.permissions(session.actor(), code))
                .orElseGet(() -> authority.permissionsSomewhere(session.actor()));
        return new SessionView(
                session.actor().username(),
                session.actor().displayName(),
                session.csrf(),
                session.expires(),
                authority.roots(session.actor()).stream().map(SiteCode::value).toList(),
                List.copyOf(permissions));
    }

    /** What a person signs in with. */
    public record SignIn(String username, String password) {
        @Override
        public String toString() {
            return "SignIn[]";
        }
    }

    /** Who is signed in and what they may do. */
    public record SessionView(
            String username,
            String displayName,
            String csrfToken,
            Instant expires,
            List<String> roots,
            List<String> permissions) {}
}
