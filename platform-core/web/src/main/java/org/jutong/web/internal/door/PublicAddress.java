package org.jutong.web.internal.door;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;

/** The address under which people reach the platform: {@code JUTONG_PUBLIC_URL}, else this machine's own. */
public record PublicAddress(String url) {

    public PublicAddress {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** From the environment. */
    public static PublicAddress fromEnvironment() {
        Map<String, String> environment = System.getenv();
        SecureTransport transport = SecureTransport.of(environment);
        String own = transport.port() == 0
                ? "http://127.0.0.1:" + environment.getOrDefault("JUTONG_PORT", "8181")
                : "https://127.0.0.1:" + transport.port();
        return new PublicAddress(environment.getOrDefault("JUTONG_PUBLIC_URL", own));
    }

    /** Whether the browser says that a page of this platform sent the request, or does not say where it came from. */
    boolean isOriginOf(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site == null || site.equals("same-origin") || site.equals("none");
        }
        return origin.equals(url) || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }
}
