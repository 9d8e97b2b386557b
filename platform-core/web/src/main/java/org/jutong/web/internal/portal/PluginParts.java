package org.jutong.web.internal.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PortalBlock;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.View;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.Texts;

/**
 * Renders what plugins contribute. Their code and their templates run inside the gate's call, so that either failing
 * counts against the plugin, is logged there, and costs the page a labelled gap and no more.
 */
record PluginParts(Gate gate, PluginEntries entries, Blocks blocks, PluginTemplates templates, Texts texts) {

    /** The blocks of the site's home page. A plugin suspended in this very moment is left out. */
    List<PluginPart> home(PortalView view) {
        return entries.enabled(view).stream()
                .flatMap(plugin -> blocks.of(plugin.id()).stream().flatMap(block -> part(view, plugin, block)))
                .toList();
    }

    /** A plugin's page. */
    PluginPart page(PortalView view, InstalledPlugin plugin, SiteContext context, View content, Optional<Problem> no) {
        String url = view.links().plugin(plugin.id(), "");
        try {
            String html = gate.call(context, site -> render(view, plugin, content, no));
            return new PluginPart(
                    content.title(), url, Forms.sign(html, view.visitor().csrf()), false);
        } catch (PluginFault fault) {
            return new PluginPart(PluginEntries.title(view, plugin), url, "", true);
        }
    }

    private Stream<PluginPart> part(PortalView view, InstalledPlugin plugin, PortalBlock block) {
        Optional<SiteContext> context = gate.enter(plugin.id(), view.site().code(), Actor.ANONYMOUS);
        return context.map(site -> part(view, plugin, block, site)).stream();
    }

    private PluginPart part(PortalView view, InstalledPlugin plugin, PortalBlock block, SiteContext context) {
        String url = view.links().plugin(plugin.id(), "");
        try {
            return gate.call(context, site -> {
                View content = block.block(site);
                return new PluginPart(content.title(), url, render(view, plugin, content, Optional.empty()), false);
            });
        } catch (PluginFault | Problem fault) {
            return new PluginPart(PluginEntries.title(view, plugin), url, "", true);
        }
    }

    private String render(PortalView view, InstalledPlugin plugin, View content, Optional<Problem> problem) {
        Map<String, Object> model = new HashMap<>(content.model());
        model.put("base", view.links().plugin(plugin.id(), ""));
        model.put(
                "site",
                Map.of("code", view.site().code().value(), "name", view.site().name()));
        problem.ifPresent(no -> model.put(
                "problem",
                Map.of("text", texts.say(view.locale(), no), "field", no.field().orElse(""), "code", no.code())));
        return templates.render(plugin.bundle(), content.template(), view.locale(), model);
    }
}
