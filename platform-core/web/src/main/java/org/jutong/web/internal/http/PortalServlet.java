package org.jutong.web.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.plugin.Problem;
import org.jutong.search.ArticleSearch;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.web.internal.account.AccountPages;
import org.jutong.web.internal.account.Visitors;
import org.jutong.web.internal.door.Denials;
import org.jutong.web.internal.door.Limits;
import org.jutong.web.internal.http.PortalAddress.Target;
import org.jutong.web.internal.portal.Page;
import org.jutong.web.internal.portal.PortalRenderer;
import org.jutong.web.internal.portal.PortalView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal of every site, and the answer to every address that nothing else serves. Pages made of stored content come
 * from the {@link PageCache}; a plugin's own pages are asked for each time.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("jutong-portal")
@HttpWhiteboardServletPattern("/")
public final class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PortalServlet.class);
    private static final String REVALIDATE = "no-cache";

    private final transient Sites sites;
    private final transient Hosts hosts;
    private final transient PageCache cache;
    private final transient Limits limits;
    private final transient PortalRenderer renderer;
    private final transient PluginPages plugins;
    private final transient Visitors visitors;
    private final transient AccountPages accounts;
    private final transient ChineseScript script;
    private final transient Standing standing;
    private final transient BroughtAlong brought;
    private final transient ArticleSearch search;

    @Activate
    public PortalServlet(
            @Reference Sites sites,
            @Reference Hosts hosts,
            @Reference PageCache cache,
            @Reference Limits limits,
            @Reference Portal portal,
            @Reference PluginPages plugins,
            @Reference Visitors visitors,
            @Reference AccountPages accounts,
            @Reference ChineseScript script,
            @Reference Standing standing,
            @Reference BroughtAlong brought,
            @Reference ArticleSearch search) {
        this.sites = sites;
        this.hosts = hosts;
        this.cache = cache;
        this.limits = limits;
        this.renderer = portal.renderer();
        this.plugins = plugins;
        this.visitors = visitors;
        this.accounts = accounts;
        this.script = script;
        this.standing = standing;
        this.brought = brought;
        this.search = search;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PortalView> view = Optional.empty();
        try {
            if (toMainHost(request, response)) {
                return;
            }
            PortalAddress address = PortalAddress.of(request.getRequestURI());
            Site site = address.site()
                    .or(() -> hosts.ofHost(request.getServerName().toLowerCase(Locale.ROOT)))
                    .map(sites::require)
                    .or(sites::root)
                    .orElseThrow(() -> Problem.of(503, "no_site"));
            if (brought.serve(request, response, site, address.target())) {
                return;
            }
            standing.secondsLeft(site).ifPresent(left -> response.setHeader("Retry-After", String.valueOf(left)));
            Optional<Standing.Moved> moved = standing.moved(site, address.target());
            if (moved.isPresent()) {
                moved(response, address, moved.get());
                return;
            }
            if (!site.state().isPublic()) {
                gone(request, response, site, address);
                return;
            }
            view = Optional.of(PortalView.of(site, address.traditional(), asked(request, address)));
            if (address.target().isOnlyLookedUp()) {
                throw Problem.notFound("page_not_found");
            }
            serve(request, response, address, view.get());
        } catch (Problem problem) {
            ProblemWriter.retryAfter(response, problem);
            Denials.remember(request, problem);
            send(request, response, view, renderer.error(view, problem));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            send(request, response, view, renderer.error(view, Problem.of(500, "internal_error")));
        }
    }

    /** Whether the reader came by a further host name of a site and was sent to its main one. */
    private boolean toMainHost(HttpServletRequest request, HttpServletResponse response) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        Optional<String> main = hosts.ofHost(host).flatMap(hosts::of).filter(name -> !name.equals(host));
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (main.isEmpty() || !reads) {
            return false;
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(301);
        response.setHeader(
                "Location",
                request.getScheme() + "://" + main.get() + (usual ? "" : ":" + port) + request.getRequestURI() + query);
        return true;
    }

    /** What moved may move back: a browser asks again each time. */
    private static void moved(HttpServletResponse response, PortalAddress address, Standing.Moved to) {
        response.setStatus(301);
        response.setHeader("Location", prefix(address) + "/sites/" + to.site() + "/" + to.path());
        response.setHeader("Cache-Control", REVALIDATE);
    }

    private static String prefix(PortalAddress address) {
        return address.traditional() ? PortalView.TRADITIONAL : "";
    }

    /** Answers for a site that is gone for good. */
    private void gone(HttpServletRequest request, HttpServletResponse response, Site site, PortalAddress address)
            throws IOException {
        Site heir = standing.heir(site);
        Page page = renderer.gone(site, heir, prefix(address) + "/sites/" + heir.code() + "/");
        send(request, response, Optional.empty(), page);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, PortalAddress address, PortalView view)
            throws IOException {
        Target target = address.target();
        if (target instanceof Target.PluginPage page) {
            pluginPage(request, response, view, page);
            return;
        }
        if (target instanceof Target.AccountPage page) {
            AccountPages.Answer answer = accounts.serve(request, renderer, view, page.path());
            answer.headers().forEach(response::addHeader);
            if (answer.elsewhere().isPresent()) {
                redirect(response, answer.elsewhere().get());
            } else {
                send(request, response, Optional.of(view), answer.page().orElseThrow());
            }
            return;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw Problem.of(405, "method_not_allowed");
        }
        if (target instanceof Target.Slash) {
            response.setStatus(308);
            response.setHeader("Location", request.getRequestURI() + "/");
            return;
        }
        if (target instanceof Target.Search) {
            limits.admitRendering(request);
            send(request, response, Optional.of(view), renderer.search(view, search, request::getParameter));
            return;
        }
        if (target instanceof Target.Screen) {
            limits.admitRendering(request);
            send(request, response, Optional.of(view), renderer.screen(view, pageNumber(request)));
            return;
        }
        boolean paged = target instanceof Target.ColumnList || target instanceof Target.Feed;
        int number = paged ? pageNumber(request) : 1;
        // the same address is another page under another site's host name
        String page = view.site().code() + request.getRequestURI();
        String key = number == 1 ? page : page + "?" + number;
        cache.get(view.site().code(), key, () -> {
                    limits.admitRendering(request);
                    return stored(target, view, number);
                })
                .send(request, response, REVALIDATE);
    }

    private void pluginPage(
            HttpServletRequest request, HttpServletResponse response, PortalView view, Target.PluginPage page)
            throws IOException {
        Visitors.Visit visit = visitors.of(request);
        PortalView seen = view.seenBy(visit.visitor());
        PluginPages.Answer answer = new PluginPages.Answer() {
            @Override
            public void redirect(String url) {
                PortalServlet.redirect(response, url);
            }

            @Override
            public void page(Page shown) throws IOException {
                send(request, response, Optional.of(seen), shown);
            }
        };
        try {
            plugins.serve(request, visit.citizen(), seen, page.plugin(), page.path(), answer);
        } catch (Problem refused) {
            if (refused.code().equals("not_signed_in") && request.getMethod().equals("GET")) {
                redirect(response, accounts.signIn(seen, request.getRequestURI()));
            } else {
                throw refused;
            }
        }
    }

    private static void redirect(HttpServletResponse response, String url) {
        response.setStatus(303);
        response.setHeader("Location", url);
        response.setHeader("Cache-Control", "no-store");
    }

    private StoredPage stored(Target target, PortalView view, int number) {
        if (target instanceof Target.Feed feed) {
            return file(view, feed.format().type(), renderer.feed(view, feed.column(), feed.format(), number));
        }
        if (target instanceof Target.ArticleJson article) {
            return file(view, "application/json;charset=utf-8", renderer.articleJson(view, article.id()));
        }
        return stored(view, render(target, view, number));
    }

    private StoredPage file(PortalView view, String type, String text) {
        String shown = view.traditional() ? script.toTraditional(text) : text;
        return StoredPage.file(type, shown.getBytes(StandardCharsets.UTF_8));
    }

    private Page render(Target target, PortalView view, int number) {
        if (target instanceof Target.ColumnList column) {
            return renderer.column(view, column.key(), number);
        }
        if (target instanceof Target.ArticlePage article) {
            return renderer.article(view, article.id());
        }
        if (target instanceof Target.Leave leave) {
            return renderer.leave(view, leave.article(), leave.key());
        }
        return renderer.home(view);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Optional<PortalView> view, Page page)
            throws IOException {
        StoredPage stored = view.map(known -> stored(known, page)).orElseGet(() -> StoredPage.of(page));
        stored.send(request, response, "no-store");
    }

    private StoredPage stored(PortalView view, Page page) {
        return StoredPage.of(view.traditional() ? page.traditional(script) : page);
    }

    /** The address without the prefix of its script, with its query. */
    private static String asked(HttpServletRequest request, PortalAddress address) {
        String path = request.getRequestURI();
        String plain = address.traditional() ? path.substring(PortalView.TRADITIONAL.length()) : path;
        return request.getQueryString() == null ? plain : plain + "?" + request.getQueryString();
    }

    private static int pageNumber(HttpServletRequest request) {
        String page = request.getParameter("page");
        if (page == null) {
            return 1;
        }
        if (!page.matches("[1-9]\\d{0,4}")) {
            throw Problem.notFound("page_not_found");
        }
        return Integer.parseInt(page);
    }
}
