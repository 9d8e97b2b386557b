package org.jutong.web.internal.door;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.plugin.Problem;

/**
 * What HTTPS asks of answers. With {@code JUTONG_TLS_KEYSTORE} set the platform speaks HTTPS itself, and its HTTP port
 * does nothing but send readers there and tell whether the platform lives.
 *
 * @param port of HTTPS, 0 where the platform does not speak it
 */
record SecureTransport(int port) {

    private static final int USUAL = 8443;
    private static final int WELL_KNOWN = 443;
    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    static SecureTransport of(Map<String, String> environment) {
        boolean on = !environment.getOrDefault("JUTONG_TLS_KEYSTORE", "").isEmpty();
        String port = environment.getOrDefault("JUTONG_TLS_PORT", "");
        return new SecureTransport(!on ? 0 : port.isEmpty() ? USUAL : Integer.parseInt(port));
    }

    /**
     * Whether the reader was sent to HTTPS and nothing remains to be done.
     *
     * @throws Problem {@code https_required} (403) for a program
     */
    boolean redirects(HttpServletRequest request, HttpServletResponse response) {
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
            return false;
        }
        if (port == 0 || request.getRequestURI().startsWith("/health/")) {
            return false;
        }
        if (request.getRequestURI().startsWith("/api/")) {
            // a program that is redirected would go on sending its token in the clear, and nobody would notice
            throw Problem.forbidden("https_required");
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String host = request.getServerName() + (port == WELL_KNOWN ? "" : ":" + port);
        response.setStatus(308);
        response.setHeader("Location", "https://" + host + request.getRequestURI() + query);
        return true;
    }
}
