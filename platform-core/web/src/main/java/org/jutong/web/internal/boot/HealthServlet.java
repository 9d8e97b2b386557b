package org.jutong.web.internal.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /health/live}: the process answers. {@code /health/ready}: every part of the core is up and loaded. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("jutong-health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(response, 405, "method not allowed");
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<String> waiting = switch (path) {
            case "/live" -> Optional.empty();
            case "/ready" -> readiness.waitingFor();
            default -> null;
        };
        if (waiting == null) {
            refuse(response, 404, "not found");
            return;
        }
        String step = waiting.orElse("").replace("\\", "").replace("\"", "'");
        response.setStatus(waiting.isPresent() ? 503 : 200);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        String status = waiting.isPresent() ? "starting" : "ready";
        response.getOutputStream()
                .write(("{\"status\":\"" + status + "\",\"step\":\"" + step + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** In plain words, and not by {@code sendError}: the container's page would say what the container is. */
    private static void refuse(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
