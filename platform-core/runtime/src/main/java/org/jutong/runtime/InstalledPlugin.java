package org.jutong.runtime;

import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * A bundle that carries a {@code JUTONG-INF/plugin.yaml}, started or not. Immutable.
 *
 * @param id the descriptor's id; a name made of the bundle's where the descriptor cannot be read, or where an older
 *     bundle has the id. Unique among the installed ones.
 * @param bundle the bundle; never {@code null}
 * @param descriptor empty where the descriptor cannot be read
 * @param fault why it cannot be used (bad descriptor, wrong contract version, id taken), one sentence in Chinese; empty
 *     where it can
 */
public record InstalledPlugin(String id, Bundle bundle, Optional<PluginDescriptor> descriptor, Optional<String> fault) {

    /** Whether the bundle is started. */
    public boolean isActive() {
        return bundle.getState() == Bundle.ACTIVE;
    }
}
