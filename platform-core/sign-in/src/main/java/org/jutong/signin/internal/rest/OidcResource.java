package org.jutong.signin.internal.rest;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Client;
import org.jutong.identity.Session;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.Sessions;
import org.jutong.identity.Vouched;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.signin.internal.Oidc;
import org.jutong.signin.internal.Oidc.Arrival;

/** The browser's way to the provider and back; whatever goes wrong, it ends on the page of sign-in. */
@Path("session/oidc")
public final class OidcResource implements RestResource {

    private static final String COOKIE = "jutong_oidc";
    private static final String START = "/console/";
    private static final String DESTINATION = "/([A-Za-z0-9_~.-][A-Za-z0-9_~./?&=%#-]{0,400})?";

    private final Oidc oidc;
    private final Sessions sessions;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    public OidcResource(Oidc oidc, Sessions sessions, Audit audit) {
        this.oidc = oidc;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GET
    @Public
    public Response begin(
            @QueryParam("return") @DefaultValue(START) String destination, @Context HttpServletRequest request) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String browser = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            // a path on this host and nothing that a browser would take for another one
            URI provider = oidc.begin(browser, destination.matches(DESTINATION) ? destination : START);
            return to(provider, cookie(browser, request) + "; Max-Age=600");
        } catch (Problem refused) {
            return refusal(refused, request);
        }
    }

    @GET
    @Path("callback")
    @Public
    public Response arrive(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("iss") String issuer,
            @Context HttpServletRequest request) {
        try {
            Arrival arrival = oidc.finish(state, code, Optional.ofNullable(issuer), browser(request));
            Client client = new Client(
                    request.getRemoteAddr(),
                    Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                            .orElse(""));
            Session session =
                    sessions.signIn(new Vouched(Oidc.SOURCE, arrival.username(), arrival.secondFactor(), client));
            SessionCookie.token(request).ifPresent(sessions::signOut);
            return to(
                    URI.create(arrival.destination()),
                    SessionCookie.set(session.token(), request),
                    cookie("", request) + "; Max-Age=0");
        } catch (Problem refused) {
            if (refused.code().equals("sign_in_elsewhere_failed")) {
                audit.record(Event.denied(Action.SIGN_IN, Actor.ANONYMOUS, "account:?", refused.code()));
            }
            return refusal(refused, request);
        }
    }

    private static Response refusal(Problem refused, HttpServletRequest request) {
        return to(URI.create("/console/login?problem=" + refused.code()), cookie("", request) + "; Max-Age=0");
    }

    private static Response to(URI address, String... cookies) {
        Response.ResponseBuilder response =
                Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.CACHE_CONTROL, "no-store");
        response.header(HttpHeaders.LOCATION, address.toString());
        Stream.of(cookies).forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    private static String browser(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String cookie(String value, HttpServletRequest request) {
        return name(request) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                + (request.isSecure() ? "; Secure" : "");
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }
}
