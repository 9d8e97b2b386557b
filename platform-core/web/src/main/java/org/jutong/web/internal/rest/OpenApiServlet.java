package org.jutong.web.internal.rest;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** OpenAPI 3 of the core and of all plugins that are started, made from the resource classes as they are now. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("jutong-openapi")
@HttpWhiteboardServletPattern("/api/openapi.json")
public final class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient RestHost host;

    @Activate
    public OpenApiServlet(@Reference RestHost host) {
        this.host = host;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OpenAPI whole = new OpenAPI()
                .info(new Info().title("聚通 Jutong").version("v1").description("Core and installed plugins"))
                .paths(new Paths());
        for (Map.Entry<String, List<Class<?>>> entry : host.classes().entrySet()) {
            OpenAPI part = new AccessReader().read(new LinkedHashSet<>(entry.getValue()));
            if (part.getPaths() != null) {
                part.getPaths()
                        .forEach((path, item) -> whole.getPaths().addPathItem("/api/v1" + entry.getKey() + path, item));
            }
            if (part.getComponents() != null && part.getComponents().getSchemas() != null) {
                part.getComponents().getSchemas().forEach(whole::schema);
            }
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(whole));
    }
}
