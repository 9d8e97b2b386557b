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
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<String> waiting = switch (path) {
            case "/live" -> Optional.empty();
            case "/ready" -> readiness.waitingFor();
            default -> null;
        };
        if (waiting == null) {
            response.setStatus(404);
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
}
