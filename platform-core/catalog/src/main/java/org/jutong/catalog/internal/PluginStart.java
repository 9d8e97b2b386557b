package org.jutong.catalog.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jutong.catalog.internal.store.PluginTable;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts the plugins that sites have and takes plugins away, one of the two at a time for each. Thread-safe. */
@Component(service = PluginStart.class)
public final class PluginStart {

    private final InstalledPlugins installed;
    private final PluginServices services;
    private final PluginTable plugins;
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

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
        inTurn(plugin, () -> start(plugin));
    }

    /**
     * {@link #begin}, and returns when the plugin serves.
     *
     * @throws Problem further {@code plugin_not_serving} (409)
     */
    void complete(String plugin) {
        inTurn(plugin, () -> {
            start(plugin);
            if (!services.arrive(existing(plugin).bundle())) {
                throw Problem.conflict("plugin_not_serving", plugin);
            }
        });
    }

    /** Uninstalls it, once nobody is starting it any more. */
    void takeAway(String plugin) {
        inTurn(plugin, () -> installed.uninstall(plugin));
    }

    /** A bundle that is stopped while its components are being made fills the log and may be started once more. */
    private void inTurn(String plugin, Runnable work) {
        ReentrantLock turn = turns.computeIfAbsent(plugin, any -> new ReentrantLock());
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    private void start(String plugin) {
        InstalledPlugin found = existing(plugin);
        if (found.fault().isPresent()) {
            throw Problem.conflict("plugin_unusable", plugin, found.fault().get());
        }
        if (!found.isActive()) {
            installed.start(plugin);
        }
        found.descriptor().ifPresent(plugins::remember);
    }

    private InstalledPlugin existing(String plugin) {
        return installed.find(plugin).orElseThrow(() -> Problem.conflict("plugin_gone", plugin));
    }
}
