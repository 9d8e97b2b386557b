package org.jutong.web.internal.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jutong.identity.Client;
import org.jutong.identity.Session;
import org.jutong.identity.SessionCookie;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.door.Denials;
import org.jutong.web.internal.portal.Page;
import org.jutong.web.internal.portal.PortalRenderer;
import org.jutong.web.internal.portal.PortalView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages below {@code account/} of every site: those of whoever is signed in, and the way there. Thread-safe. */
@Component(service = AccountPages.class)
public final class AccountPages {

    private static final Pattern OWN_PAGE = Pattern.compile("(/hant)?/sites/[0-9]{10}/[A-Za-z0-9/_-]{0,200}");

    private final Visitors visitors;
    private final WayIn wayIn;
    private final OwnPages own;

    @Activate
    public AccountPages(@Reference Visitors visitors, @Reference WayIn wayIn, @Reference OwnPages own) {
        this.visitors = visitors;
        this.wayIn = wayIn;
        this.own = own;
    }

    /**
     * Answers one request.
     *
     * @throws Problem where there is no such page, or the form does not come from a page of this session
     */
    public Answer serve(HttpServletRequest request, PortalRenderer renderer, PortalView view, String path) {
        if (!Visitors.isRead(request) && !request.getMethod().equals("POST")) {
            throw Problem.of(405, "method_not_allowed");
        }
        Optional<Session> session = visitors.session(request);
        if (session.isPresent() && !Visitors.isRead(request)) {
            Visitors.requireProof(request, session.get());
        }
        PortalView seen = session.map(Visitors::visit)
                .map(visit -> view.seenBy(visit.visitor()))
                .orElse(view);
        Asked asked = new Asked(request, renderer, seen, path);
        Optional<Session> citizen = session.filter(open -> open.actor().isCitizen());
        if (wayIn.has(path)) {
            return wayIn.serve(asked, session);
        }
        if (!own.has(path)) {
            throw Problem.notFound("page_not_found");
        }
        return citizen.map(open -> own.serve(asked, open))
                .orElseGet(() -> Answer.to(signIn(seen, request.getRequestURI())));
    }

    /** The address of the form for signing in that leads back to this page. */
    public String signIn(PortalView view, String back) {
        return view.account("sign-in") + (OWN_PAGE.matcher(back).matches() ? "?next=" + back : "");
    }

    /** A request for one of these pages. */
    record Asked(HttpServletRequest request, PortalRenderer renderer, PortalView view, String path) {

        boolean isForm() {
            return !Visitors.isRead(request);
        }

        /** What was typed, stripped; passwords are taken as they are. */
        String typed(String name) {
            return value(name).strip();
        }

        String value(String name) {
            return Optional.ofNullable(request.getParameter(name)).orElse("");
        }

        /** Where to go after signing in: a page of this portal, else the account. */
        String next() {
            return OWN_PAGE.matcher(value("next")).matches() ? value("next") : view.account("");
        }

        Client client() {
            return new Client(
                    request.getRemoteAddr(),
                    Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        }

        Answer show(String page, Map<String, Object> content) {
            return Answer.of(renderer.account(view, page, content, Optional.empty()));
        }

        Answer refuse(String page, Map<String, Object> content, Problem problem) {
            Denials.remember(request, problem);
            Answer refusal = Answer.of(renderer.account(view, page, content, Optional.of(problem)));
            return problem.status() == 429 && !problem.arguments().isEmpty()
                    ? refusal.with("Retry-After", problem.arguments().get(0).toString())
                    : refusal;
        }
    }

    /**
     * An answer: a page, or the address of another.
     *
     * @param headers what goes with it
     */
    public record Answer(Optional<Page> page, Optional<String> elsewhere, Map<String, String> headers) {

        static Answer of(Page page) {
            return new Answer(Optional.of(page), Optional.empty(), Map.of());
        }

        static Answer to(String url) {
            return new Answer(Optional.empty(), Optional.of(url), Map.of());
        }

        /** With the cookie of a session. */
        Answer entering(String token, HttpServletRequest request) {
            return with("Set-Cookie", SessionCookie.set(token, request));
        }

        /** The browser forgets the session and the pages that it has kept. */
        Answer leaving(HttpServletRequest request) {
            return with("Set-Cookie", SessionCookie.forget(request))
                    .with(SessionCookie.CLEAR, SessionCookie.KEPT_PAGES);
        }

        Answer with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(page, elsewhere, Map.copyOf(more));
        }
    }
}
