package org.jutong.identity.internal.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie that carries a session's token. */
final class SessionCookie {

    private static final String NAME = "jutong_session";

    private SessionCookie() {}

    static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The header that sets it; the browser forgets it when it is closed. */
    static String set(String token, boolean secure) {
        return header(token, secure);
    }

    /** The header that makes the browser forget it. */
    static String forget(boolean secure) {
        return header("", secure) + "; Max-Age=0";
    }

    private static String header(String value, boolean secure) {
        return NAME + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
