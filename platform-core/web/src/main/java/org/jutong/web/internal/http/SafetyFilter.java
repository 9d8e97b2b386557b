package org.jutong.web.internal.http;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * In front of every request: the headers that keep a browser strict, the check that a mutation comes from our own
 * pages, and the cap on bodies, enforced while they are read.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@ServiceRanking(1000)
public final class SafetyFilter implements Filter {

    /** Of a request body, in bytes: an article of 200,000 characters fits, a letter of 2 MB does not. */
    static final long MAX_BODY = 1024L * 1024;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final PublicAddress address = PublicAddress.fromEnvironment();
    private final ProblemWriter problems;

    @Activate
    public SafetyFilter(@Reference ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        try {
            if (isMutation(request)) {
                if (!address.isOriginOf(request)) {
                    throw Problem.forbidden("wrong_origin");
                }
                if (request.getContentLengthLong() > MAX_BODY) {
                    throw BodyTooLarge.problem();
                }
                chain.doFilter(new CappedRequest(request, MAX_BODY), response);
            } else {
                chain.doFilter(request, response);
            }
        } catch (Problem problem) {
            problems.send(request, response, problem);
        } catch (BodyTooLarge e) {
            problems.send(request, response, BodyTooLarge.problem());
        }
    }

    private static boolean isMutation(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }
}
