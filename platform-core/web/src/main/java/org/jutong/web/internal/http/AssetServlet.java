package org.jutong.web.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.jutong.sitegroup.PublicPages.Answer;
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
@Component(service = {Servlet.class, AssetServlet.class})
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
        String caching = OWN.matcher(path).matches() ? "public,max-age=31536000,immutable" : "no-cache";
        Optional<Answer> file = find(path);
        if (file.isEmpty()) {
            problems.send(request, response, Problem.notFound("page_not_found"));
            return;
        }
        StoredPage.file(file.get().type(), file.get().content()).send(request, response, caching);
    }

    /** The file at this path, or empty. */
    Optional<Answer> find(String path) {
        Matcher match = OWN.matcher(path);
        if (match.matches()) {
            return read(own, match.group(1));
        }
        Matcher plugin = PLUGIN.matcher(path);
        return plugin.matches()
                ? plugins.find(plugin.group(1))
                        .filter(InstalledPlugin::isActive)
                        .flatMap(installed -> read(installed.bundle(), plugin.group(2)))
                : Optional.empty();
    }

    private static Optional<Answer> read(Bundle bundle, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        URL file = type == null ? null : bundle.getEntry("JUTONG-INF/assets/" + name);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(new Answer(type, in.readAllBytes(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
