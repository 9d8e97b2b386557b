package org.jutong.web.internal.rest;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.jutong.catalog.Gate;
import org.jutong.identity.Session.Duty;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.web.internal.door.Caller;
import org.jutong.web.internal.door.Callers;
import org.jutong.web.internal.door.Limits;
import org.jutong.web.internal.http.ProblemWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The way into REST. Before any resource class sees a request: who is it, and, for a plugin's address, does the gate
 * let that plugin serve that site.
 */
@Component(service = Servlet.class, property = "servlet.init.hide-service-list-page=true")
@HttpWhiteboardServletName("jutong-api")
@HttpWhiteboardServletPattern("/api/*")
public final class ApiServlet extends CXFNonSpringServlet {

    static final String SITE = "org.jutong.plugin.SiteContext";

    private static final long serialVersionUID = 1L;
    private static final Pattern PLUGIN = Pattern.compile("/api/v1/plugins/([^/]{1,64})/sites/([^/]{1,64})(/.*)?");
    private static final String SESSION = "/api/v1/session";
    private static final String PLUGINS = "/api/v1/plugins/";

    private final transient Callers callers;
    private final transient Limits limits;
    private final transient Gate gate;
    private final transient RestHost host;
    private final transient ProblemWriter problems;

    @Activate
    public ApiServlet(
            @Reference Callers callers,
            @Reference Limits limits,
            @Reference Gate gate,
            @Reference RestHost host,
            @Reference ProblemWriter problems) {
        this.callers = callers;
        this.limits = limits;
        this.gate = gate;
        this.host = host;
        this.problems = problems;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        host.open(getBus());
    }

    @Override
    public void destroy() {
        host.close();
        super.destroy();
    }

    @Override
    public void service(ServletRequest in, ServletResponse out) throws ServletException, IOException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        try {
            response.setHeader("Cache-Control", "no-store");
            Caller caller = callers.find(request);
            limits.admit(caller.actor());
            refuseIfOwing(request, caller);
            admit(request, caller);
        } catch (Problem problem) {
            problems.send(request, response, problem);
            return;
        }
        super.service(in, out);
    }

    /** Whoever owes a new password or a second factor sees nothing but the addresses where to make up for it. */
    private static void refuseIfOwing(HttpServletRequest request, Caller caller) {
        String path = request.getRequestURI();
        if (caller.duties().isEmpty() || path.equals(SESSION) || path.startsWith(SESSION + "/")) {
            return;
        }
        throw caller.duties().contains(Duty.PASSWORD)
                ? Problem.forbidden("password_change_required")
                : Problem.forbidden("second_factor_enrolment_required");
    }

    /** Lets the request through to an endpoint that exists by now, or refuses it. */
    private void admit(HttpServletRequest request, Caller caller) {
        String path = request.getRequestURI();
        if (!path.startsWith(PLUGINS)) {
            host.ensureCore();
            return;
        }
        Matcher match = PLUGIN.matcher(path);
        if (!match.matches()) {
            throw Problem.notFound("page_not_found");
        }
        String plugin = match.group(1);
        request.setAttribute(SITE, gate.require(plugin, new SiteCode(match.group(2)), caller.actor()));
        if (!host.ensure(plugin)) {
            throw Problem.notFound("page_not_found");
        }
    }
}
