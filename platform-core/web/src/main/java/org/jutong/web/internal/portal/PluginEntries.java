package org.jutong.web.internal.portal;

import java.util.List;
import org.jutong.catalog.Gate;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginDescriptor.MenuEntry;
import org.jutong.runtime.Texts;

/** What the plugins that are in force on a site put into its navigation; the gate says which those are. */
record PluginEntries(Gate gate, InstalledPlugins installed) {

    List<InstalledPlugin> enabled(PortalView view) {
        return gate.enabled(view.site().code()).stream()
                .flatMap(id -> installed.find(id).stream())
                .toList();
    }

    /** The entries of all plugins of the site. */
    List<Link> all(PortalView view) {
        return enabled(view).stream()
                .flatMap(plugin -> of(view, plugin).stream())
                .toList();
    }

    /** The entries of one plugin. */
    List<Link> of(PortalView view, InstalledPlugin plugin) {
        return plugin.descriptor().map(PluginDescriptor::menu).orElse(List.of()).stream()
                .map(entry -> link(view, plugin.id(), entry))
                .toList();
    }

    /** The entries of those plugins of the site that serve columns of this type. */
    List<Link> serving(PortalView view, String type) {
        return enabled(view).stream()
                .filter(plugin -> plugin.descriptor()
                        .filter(known -> known.columns().contains(type))
                        .isPresent())
                .flatMap(plugin -> of(view, plugin).stream())
                .toList();
    }

    /** The plugin's name, its id where its descriptor cannot be read. */
    static String title(PortalView view, InstalledPlugin plugin) {
        return plugin.descriptor()
                .map(descriptor -> Texts.pick(view.locale(), descriptor.title()))
                .filter(title -> !title.isEmpty())
                .orElse(plugin.id());
    }

    private static Link link(PortalView view, String plugin, MenuEntry entry) {
        String url = view.links().plugin(plugin, entry.path());
        return new Link(Texts.pick(view.locale(), entry.title()), url, url.equals(view.here()));
    }
}
