package org.jutong.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/**
 * The cookie that carries a session's token: {@code jutong_session}, under TLS {@code __Host-jutong_session}, which a
 * browser takes from this very host alone (RFC 6265bis, 4.1.3.2). The one class that knows its name.
 */
public final class SessionCookie {

    private static final String PLAIN = "jutong_session";
    private static final String UNDER_TLS = "__Host-" + PLAIN;

    private SessionCookie() {}

    /** The token that the request carries, or empty. Under TLS a cookie set without it counts for nothing. */
    public static Optional<String> token(HttpServletRequest request) {
        String name = name(request.isSecure());
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The {@code Set-Cookie} header that sets it; the browser forgets it when it is closed. */
    public static String set(String token, HttpServletRequest request) {
        return header(token, request.isSecure());
    }

    /** The {@code Set-Cookie} header that makes the browser forget it. */
    public static String forget(HttpServletRequest request) {
        return header("", request.isSecure()) + "; Max-Age=0";
    }

    /**
     * What {@link #CLEAR} says where a session ends: pages that the browser kept, those behind its back button included.
     * Not the storage, where it remembers how somebody reads best, and not the cookies, which other services below the
     * same domain have set too.
     */
    public static final String KEPT_PAGES = "\"cache\"";

    /** The header's name (W3C Clear Site Data). */
    public static final String CLEAR = "Clear-Site-Data";

    private static String header(String value, boolean secure) {
        return name(secure) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    private static String name(boolean secure) {
        return secure ? UNDER_TLS : PLAIN;
    }
}
