package org.jutong.identity.internal.rest;

import static org.jutong.identity.internal.rest.SessionViews.given;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Accounts;
import org.jutong.identity.Session;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.Sessions;
import org.jutong.identity.SignInWay;
import org.jutong.identity.internal.rest.SessionViews.Attempt;
import org.jutong.identity.internal.rest.SessionViews.Code;
import org.jutong.identity.internal.rest.SessionViews.Confirmation;
import org.jutong.identity.internal.rest.SessionViews.PasswordChange;
import org.jutong.identity.internal.rest.SessionViews.RecoveryCodes;
import org.jutong.identity.internal.rest.SessionViews.Secret;
import org.jutong.identity.internal.rest.SessionViews.SessionView;
import org.jutong.identity.internal.rest.SessionViews.Way;
import org.jutong.identity.internal.rest.SessionViews.Ways;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.rights.Offices;
import org.jutong.identity.internal.signin.OwnSignIn;
import org.jutong.identity.internal.signin.SecondFactors.Offer;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Signing in and out, and what one changes of one's own sign-in. */
@Component(service = RestResource.class)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource implements RestResource {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<SignInWay> ways = List.of();

    private final Sessions sessions;
    private final OwnSignIn own;
    private final Accounts accounts;
    private final Offices offices;
    private final GrantedAuthority authority;

    @Activate
    public SessionResource(
            @Reference Sessions sessions,
            @Reference OwnSignIn own,
            @Reference Accounts accounts,
            @Reference Offices offices,
            @Reference GrantedAuthority authority) {
        this.sessions = sessions;
        this.own = own;
        this.accounts = accounts;
        this.offices = offices;
        this.authority = authority;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public Response signIn(Attempt body, @Context HttpServletRequest request) {
        requireOwnOrigin(request);
        if (body == null) {
            throw Problem.invalid("username_missing", "username");
        }
        // a new session for each sign-in; the one that the browser had before ends
        Session session = sessions.signIn(body.signIn(Browsers.client(request)));
        SessionCookie.token(request).ifPresent(sessions::signOut);
        return answer(session, view(session, Optional.empty()), request);
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
                .header(HttpHeaders.SET_COOKIE, SessionCookie.forget(request))
                .header(SessionCookie.CLEAR, SessionCookie.KEPT_PAGES)
                .build();
    }

    @GET
    @Path("ways")
    @Public
    public Ways ways() {
        return new Ways(
                true,
                ways.stream()
                        .map(way -> new Way(way.id(), way.title(), way.url()))
                        .toList());
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response changePassword(PasswordChange body, @Context HttpServletRequest request) {
        String current = given(body == null ? null : body.current(), "current");
        String password = given(body.password(), "password");
        Session renewed = own.changePassword(require(request), current, password, Browsers.client(request));
        return answer(renewed, view(renewed, Optional.empty()), request);
    }

    @POST
    @Path("totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response offerSecondFactor(Confirmation body, @Context HttpServletRequest request) {
        Offer offer = own.offer(require(request).actor(), password(body), Browsers.client(request));
        return secret(new Secret(offer.secret(), offer.uri(), offer.qr()));
    }

    @PUT
    @Path("totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response enrolSecondFactor(Code body, @Context HttpServletRequest request) {
        String code = given(body == null ? null : body.code(), "code");
        OwnSignIn.Enrolled enrolled = own.take(require(request), code, Browsers.client(request));
        return answer(enrolled.session(), new RecoveryCodes(enrolled.recoveryCodes()), request);
    }

    @DELETE
    @Path("totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response removeSecondFactor(Confirmation body, @Context HttpServletRequest request) {
        own.removeSecondFactor(require(request).actor(), password(body), Browsers.client(request));
        return Response.noContent().build();
    }

    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response renewRecoveryCodes(Confirmation body, @Context HttpServletRequest request) {
        return secret(new RecoveryCodes(
                own.renewRecoveryCodes(require(request).actor(), password(body), Browsers.client(request))));
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

    private static String password(Confirmation body) {
        return given(body == null ? null : body.password(), "password");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response secret(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The answer with the cookie of a session under new secrets. */
    private static Response answer(Session session, Object body, HttpServletRequest request) {
        return Response.ok(body)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.set(session.token(), request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private SessionView view(Session session, Optional<SiteCode> site) {
        Set<String> permissions = site.map(code -> authority.permissions(session.actor(), code))
                .orElseGet(() -> authority.permissionsSomewhere(session.actor()));
        return new SessionView(
                session.actor().isCitizen() ? "citizen" : "staff",
                session.actor().username(),
                session.actor().displayName(),
                session.csrf(),
                session.expires(),
                authority.roots(session.actor()).stream().map(SiteCode::value).toList(),
                List.copyOf(permissions),
                session.duties().stream().map(SessionViews::word).sorted().toList(),
                own.hasSecondFactor(session.actor()),
                accounts.find(session.actor().username())
                        .filter(account -> account.grants().stream()
                                .anyMatch(grant -> grant.role().equals(Accounts.ADMINISTRATOR)))
                        .map(account -> offices.vacant())
                        .orElse(List.of()));
    }
}
