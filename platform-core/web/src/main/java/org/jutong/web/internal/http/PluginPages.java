package org.jutong.web.internal.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PageRequest;
import org.jutong.plugin.PageResult;
import org.jutong.plugin.PortalPages;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.View;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.web.internal.account.Visitors;
import org.jutong.web.internal.door.PluginCalls;
import org.jutong.web.internal.portal.Page;
import org.jutong.web.internal.portal.PortalRenderer;
import org.jutong.web.internal.portal.PortalView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A plugin's own pages: through the gate, to the plugin, and its answer into the site's frame. */
@Component(service = PluginPages.class)
public final class PluginPages {

    /** Where the answer goes. */
    interface Answer {
        void redirect(String url);

        void page(Page page) throws IOException;
    }

    private final Gate gate;
    private final InstalledPlugins plugins;
    private final Portal portal;
    private final PluginCalls calls;
    private final PortalRenderer renderer;

    @Activate
    public PluginPages(
            @Reference Gate gate,
            @Reference InstalledPlugins plugins,
            @Reference Portal portal,
            @Reference PluginCalls calls) {
        this.gate = gate;
        this.plugins = plugins;
        this.portal = portal;
        this.calls = calls;
        this.renderer = portal.renderer();
    }

    /** @param actor the citizen who is signed in, else nobody */
    void serve(HttpServletRequest request, Actor actor, PortalView view, String id, String path, Answer answer)
            throws IOException {
        SiteContext site = gate.require(id, view.site().code(), actor);
        InstalledPlugin plugin = plugins.find(id).orElseThrow(() -> Problem.notFound("plugin_not_found", id));
        List<PortalPages> pages = portal.pages(plugin);
        if (pages.isEmpty()) {
            throw Problem.notFound("page_not_found");
        }
        PageRequest asked = new PageRequest(method(request), path, parameters(request));
        PageResult result;
        try {
            result = calls.run(
                    request, site, () -> gate.call(site, context -> pages.get(0).serve(context, asked)));
        } catch (PluginFault fault) {
            throw Problem.of(503, "plugin_fault", id, view.site().name());
        }
        if (result instanceof PageResult.Redirect redirect) {
            answer.redirect((view.traditional() ? "/hant" : "") + redirect.url());
        } else if (result instanceof PageResult.Invalid invalid) {
            answer.page(renderer.plugin(view, plugin, site, invalid.view(), Optional.of(invalid.problem())));
        } else {
            answer.page(renderer.plugin(view, plugin, site, (View) result, Optional.empty()));
        }
    }

    private static String method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> "GET";
            case "POST" -> "POST";
            default -> throw Problem.of(405, "method_not_allowed");
        };
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> first = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw Problem.invalid("parameter_twice", name, name);
            }
            if (values.length > 0 && !name.equals(Visitors.FIELD)) {
                first.put(name, values[0]);
            }
        });
        return first;
    }
}
