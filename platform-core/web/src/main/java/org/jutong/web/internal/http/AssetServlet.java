package org.jutong.web.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Files of the portal ({@code /assets/{hash}/{name}}, kept for a year by readers because the hash changes with the
 * content) and of plugins ({@code /plugins/{plugin}/assets/{name}}, asked for anew each time).
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("jutong-assets")
@HttpWhiteboardServletPattern({"/assets/*", "/plugins/*"})
public final class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern OWN = Pattern.compile("/assets/[0-9a-f]{1,64}/([A-Za-z0-9_.-]+)");
    private static final Pattern PLUGIN =
            Pattern.compile("/plugins/([a-z][a-z0-9-]{1,30})/assets/((?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_.-]+)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp",
            "ico", "image/x-icon",
            "json", "application/json",
            "woff2", "font/woff2");

    private final transient Bundle own;
    private final transient InstalledPlugins plugins;
    private final transient ProblemWriter problems;

    @Activate
    public AssetServlet(BundleContext context, @Reference InstalledPlugins plugins, @Reference ProblemWriter problems) {
        this.own = context.getBundle();
        this.plugins = plugins;
        this.problems = problems;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Matcher match = OWN.matcher(path);
        if (match.matches()) {
            send(request, response, Optional.of(own), match.group(1), "public,max-age=31536000,immutable");
            return;
        }
        match = PLUGIN.matcher(path);
        Optional<Bundle> bundle = match.matches()
                ? plugins.find(match.group(1)).filter(InstalledPlugin::isActive).map(InstalledPlugin::bundle)
                : Optional.empty();
        send(request, response, bundle, match.matches() ? match.group(2) : "", "no-cache");
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Bundle> bundle,
            String name,
            String caching)
            throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        URL file = bundle.isEmpty() || type == null ? null : bundle.get().getEntry("JUTONG-INF/assets/" + name);
        if (file == null) {
            problems.send(request, response, Problem.notFound("page_not_found"));
            return;
        }
        try (InputStream in = file.openStream()) {
            StoredPage.file(type, in.readAllBytes()).send(request, response, caching);
        }
    }
}
