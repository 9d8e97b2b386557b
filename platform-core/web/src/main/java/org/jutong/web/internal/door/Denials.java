package org.jutong.web.internal.door;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records who was refused at the door, and what they asked for. */
@Component(service = Denials.class)
public final class Denials {

    private static final String CODE = Denials.class.getName();
    private static final Pattern SITE = Pattern.compile("/sites/(\\d{10}|bm\\d{8})(/|$)");

    /** With the account that was tried; a code that is still to come is asked for, not refused. */
    private static final Set<String> RECORDED_BY_THE_SIGN_IN = Set.of(
            "wrong_credentials",
            "wrong_password",
            "wrong_second_factor",
            "second_factor_missing",
            "sign_in_elsewhere_unknown",
            "too_many_attempts");

    private final Attempts attempts;

    @Activate
    public Denials(@Reference Attempts attempts) {
        this.attempts = attempts;
    }

    /** Keeps with the request why it was refused. */
    public static void remember(HttpServletRequest request, Problem problem) {
        request.setAttribute(CODE, problem.code());
    }

    static boolean isDenial(int status) {
        return status == 401 || status == 403 || status == 429;
    }

    /** Records the request where this answer is a refusal for want of a right. */
    void record(HttpServletRequest request, int status) {
        String code =
                Optional.ofNullable(request.getAttribute(CODE)).orElse(status).toString();
        if (!isDenial(status) || asksWhoIsSignedIn(request) || RECORDED_BY_THE_SIGN_IN.contains(code)) {
            return;
        }
        String object = request.getMethod() + " " + request.getRequestURI();
        Event event = Event.denied(Action.ACCESS_ATTEMPT, Caller.of(request).actor(), object, code);
        Matcher site = SITE.matcher(request.getRequestURI());
        attempts.record(site.find() ? event.on(new SiteCode(site.group(1))) : event);
    }

    /** Each page of the console asks that when it is opened; it is no attempt at anything. */
    private static boolean asksWhoIsSignedIn(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().equals("/api/v1/session");
    }
}
