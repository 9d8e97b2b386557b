package org.jutong.identity.internal.rest;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jutong.identity.Client;

/** A browser on its way between two hosts: where it is sent, and the cookie that it is known by when it comes back. */
final class Browsers {

    private static final String COOKIE = "jutong_arrival";

    private Browsers() {}

    static Client client(HttpServletRequest request) {
        return new Client(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
    }

    static Response to(URI address, String... cookies) {
        Response.ResponseBuilder response = Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.LOCATION, address.toString());
        Stream.of(cookies).forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    /** The state that the browser's cookie has; empty without one. */
    static String state(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String keep(String state, HttpServletRequest request) {
        return cookie(state, request) + "; Max-Age=120";
    }

    static String forget(HttpServletRequest request) {
        return cookie("", request) + "; Max-Age=0";
    }

    private static String cookie(String value, HttpServletRequest request) {
        return name(request) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                + (request.isSecure() ? "; Secure" : "");
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }
}
