package org.jutong.persistence.internal;

import java.util.concurrent.Executor;
import org.jutong.persistence.internal.schema.Changelog;
import org.jutong.persistence.internal.schema.Migrations;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginListener;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a plugin's tables when it is installed. Its first start comes with the approval of an order, and the site
 * should not wait for migrations then.
 */
final class PluginTables implements PluginListener {

    private static final Logger LOG = LoggerFactory.getLogger(PluginTables.class);

    private final Migrations migrations;
    private final InstalledPlugins plugins;
    private final Executor threads;

    PluginTables(Migrations migrations, InstalledPlugins plugins, Executor threads) {
        this.migrations = migrations;
        this.plugins = plugins;
        this.threads = threads;
    }

    void makeAll() {
        plugins.all().forEach(this::make);
    }

    @Override
    public void pluginChanged(String id) {
        plugins.find(id).ifPresent(this::make);
    }

    private void make(InstalledPlugin plugin) {
        if (plugin.fault().isEmpty() && !plugin.isActive()) {
            threads.execute(() -> apply(plugin));
        }
    }

    private void apply(InstalledPlugin plugin) {
        try {
            migrations.apply(Changelog.of(plugin.bundle()));
        } catch (RuntimeException e) {
            if (plugin.bundle().getState() == Bundle.UNINSTALLED) {
                LOG.debug("Plugin {} went before its tables were made", plugin.id(), e);
                return;
            }
            // said again and loudly where it matters: when the plugin starts and gets no store
            LOG.warn("The tables of plugin {} cannot be made: {}", plugin.id(), e.getMessage());
        }
    }
}
