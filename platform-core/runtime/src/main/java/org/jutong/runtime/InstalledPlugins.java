package org.jutong.runtime;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * The plugins that are installed in this container, read from their bundles before any of their code runs.
 * Thread-safe; answers are snapshots.
 */
@ProviderType
public interface InstalledPlugins {

    /** All, by id. */
    List<InstalledPlugin> all();

    /** The plugin of this id, or empty where none is installed. */
    Optional<InstalledPlugin> find(String id);

    /** The plugin that this bundle is, or empty where it is none. Services belong to the plugin of their bundle. */
    Optional<InstalledPlugin> of(Bundle bundle);

    /**
     * Starts the plugin's bundle if it is not started, and returns when it is.
     *
     * @throws org.jutong.plugin.Problem {@code plugin_not_found} (404), or {@code plugin_cannot_start} (409) with the
     *     reason, such as a contract version that this platform does not offer
     */
    void start(String id);

    /**
     * Uninstalls the bundle and removes its file from the drop folder. No check is made here; the catalog makes them.
     *
     * @throws org.jutong.plugin.Problem {@code plugin_not_found} (404)
     */
    void uninstall(String id);
}
