package org.jutong.catalog.internal;

import org.jutong.catalog.internal.store.PluginTable;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts the plugins that sites have. */
@Component(service = PluginStart.class)
public final class PluginStart {

    private final InstalledPlugins installed;
    private final PluginServices services;
    private final PluginTable plugins;

    @Activate
    public PluginStart(
            @Reference InstalledPlugins installed, @Reference PluginServices services, @Reference PluginTable plugins) {
        this.installed = installed;
        this.services = services;
        this.plugins = plugins;
    }

    /**
     * Starts its bundle.
     *
     * @throws Problem {@code plugin_gone}, {@code plugin_unusable}, {@code plugin_cannot_start} (409)
     */
    void begin(String plugin) {
        InstalledPlugin found = existing(plugin);
        if (found.fault().isPresent()) {
            throw Problem.conflict("plugin_unusable", plugin, found.fault().get());
        }
        if (!found.isActive()) {
            installed.start(plugin);
        }
        found.descriptor().ifPresent(plugins::remember);
    }

    /**
     * {@link #begin}, and returns when the plugin serves.
     *
     * @throws Problem further {@code plugin_not_serving} (409)
     */
    void complete(String plugin) {
        begin(plugin);
        if (!services.arrive(existing(plugin).bundle())) {
            throw Problem.conflict("plugin_not_serving", plugin);
        }
    }

    private InstalledPlugin existing(String plugin) {
        return installed.find(plugin).orElseThrow(() -> Problem.conflict("plugin_gone", plugin));
    }
}
