package org.jutong.web.internal.door;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.audit.Origin;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.http.ProblemWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In front of every request: where it came from, whether its address can be read in one way only, whether its sender
 * asks for too much, whether a mutation comes from our own pages, how large its body may be; and the headers that keep
 * a browser strict. What is refused behind it for want of a right is recorded here.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@ServiceRanking(1000)
public final class SafetyFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(SafetyFilter.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    /** Those of every answer; a browser takes what is stricter where an answer brings its own. */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(),"
                    + " payment=(), usb=()",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final PublicAddress address = PublicAddress.fromEnvironment();
    private final SecureTransport transport = SecureTransport.of(System.getenv());
    private final TrustedProxies proxies;
    private final Limits limits;
    private final Denials denials;
    private final ProblemWriter problems;

    @Activate
    public SafetyFilter(
            @Reference TrustedProxies proxies,
            @Reference Limits limits,
            @Reference Denials denials,
            @Reference ProblemWriter problems) {
        this.proxies = proxies;
        this.limits = limits;
        this.denials = denials;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest direct = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        HEADERS.forEach(response::setHeader);
        HttpServletRequest request;
        try {
            request = new DoorRequest(direct, proxies.sender(direct), BodyCaps.of(direct.getRequestURI()));
        } catch (Problem problem) {
            problems.send(direct, response, problem);
            return;
        }
        Origin before = Origin.enter(origin(request));
        try {
            serve(request, response, chain);
            denials.record(request, response.getStatus());
        } finally {
            Origin.enter(before);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (transport.redirects(request, response)) {
                return;
            }
            Addresses.check(request);
            checkMethod(request);
            checkCharset(request);
            limits.admit(request);
            if (isMutation(request)) {
                if (!address.isOriginOf(request)) {
                    throw Problem.forbidden("wrong_origin");
                }
                long cap = BodyCaps.of(request.getRequestURI());
                if (request.getContentLengthLong() > cap) {
                    throw new BodyTooLarge(cap);
                }
            }
            chain.doFilter(request, response);
        } catch (Problem problem) {
            problems.send(request, response, problem);
        } catch (BodyTooLarge large) {
            problems.send(request, response, large.problem());
        } catch (ServletException | RuntimeException failure) {
            // the container would answer with a page of its own that names the exception
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            problems.send(request, response, Problem.of(500, "internal_error"));
        }
    }

    private static void checkMethod(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw Problem.of(405, "method_not_allowed");
        }
    }

    /** A character set that nobody knows is found out deep inside by whoever reads the body. */
    private static void checkCharset(HttpServletRequest request) {
        String charset = request.getCharacterEncoding();
        try {
            if (charset == null || Charset.isSupported(charset)) {
                return;
            }
        } catch (IllegalCharsetNameException none) {
            // refused below
        }
        throw Problem.of(415, "unsupported_media_type");
    }

    private static Origin origin(HttpServletRequest request) {
        boolean rest = request.getRequestURI().startsWith("/api/");
        return new Origin(rest ? Origin.Channel.REST : Origin.Channel.PORTAL, request.getRemoteAddr());
    }

    private static boolean isMutation(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }
}
