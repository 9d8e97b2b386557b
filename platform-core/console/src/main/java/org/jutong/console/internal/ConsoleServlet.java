package org.jutong.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves the console out of this bundle. Every address below {@code /console/} that is no file and does not look like
 * one is a route of the single-page application and gets its entrance page.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("console")
@HttpWhiteboardServletPattern("/console/*")
public final class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String ENTRANCE = "/index.html";

    /** No inline script or style anywhere; plugins' pages come from this server too. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private final transient Function<String, URL> files;

    @Activate
    public ConsoleServlet(BundleContext context) {
        this(path -> context.getBundle().getEntry("JUTONG-INF/console" + path));
    }

    /** @param files finds a file by its path below the console's folder, which begins with a slash; null where none is */
    ConsoleServlet(Function<String, URL> files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        protect(response);
        String path = request.getPathInfo();
        if (path == null) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getContextPath() + "/console/" + (query == null ? "" : "?" + query));
            return;
        }
        String file = find(path).isPresent() ? path : ENTRANCE;
        Optional<URL> content = file.equals(ENTRANCE) && looksLikeFile(path) ? Optional.empty() : find(file);
        if (content.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        serve(request, response, file, content.get());
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, String file, URL plain)
            throws IOException {
        Optional<URL> packed = find(file + ".gz");
        packed.ifPresent(any -> response.setHeader("Vary", "Accept-Encoding"));
        boolean pack = packed.isPresent() && acceptsGzip(request);
        if (pack) {
            response.setHeader("Content-Encoding", "gzip");
        }
        // A name below assets/ carries the hash of its content; everything else may change with the next version.
        boolean hashed = file.startsWith("/assets/");
        response.setHeader("Cache-Control", hashed ? "public,max-age=31536000,immutable" : "no-cache");
        response.setContentType(MediaTypes.of(file));
        byte[] content = read(pack ? packed.get() : plain);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private Optional<URL> find(String path) {
        boolean suspicious = path.contains("..") || path.contains("\\") || path.contains("//") || path.endsWith("/");
        return suspicious
                ? Optional.empty()
                : Optional.ofNullable(files.apply(path)).filter(ConsoleServlet::isFile);
    }

    /** A bundle also answers for its folders; their addresses end in a slash. */
    private static boolean isFile(URL url) {
        return !url.getPath().endsWith("/");
    }

    /**
     * A missing script must not be answered with a page, which the browser would then refuse with a riddle. Files lie at
     * the top and below assets; deeper down a dot is part of a name, as in {@code /people/luo.xiaomei}.
     */
    private static boolean looksLikeFile(String path) {
        return !path.equals(ENTRANCE)
                && (path.startsWith("/assets/")
                        || path.contains("..")
                        || path.lastIndexOf('/') == 0 && path.contains("."));
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static byte[] read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
