package org.jutong.web.internal.http;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** The address under which people reach the platform: {@code JUTONG_PUBLIC_URL}, else this machine's own. */
public record PublicAddress(String url) {

    public PublicAddress {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** From the environment. */
    public static PublicAddress fromEnvironment() {
        String port = Optional.ofNullable(System.getenv("JUTONG_PORT")).orElse("8181");
        return new PublicAddress(
                Optional.ofNullable(System.getenv("JUTONG_PUBLIC_URL")).orElse("http://127.0.0.1:" + port));
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
