package org.jutong.identity.internal.accesses;

import java.util.List;
import java.util.Optional;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.osgi.framework.Bundle;

/** A container without plugins. */
final class NoPlugins implements InstalledPlugins {

    @Override
    public List<InstalledPlugin> all() {
        return List.of();
    }

    @Override
    public Optional<InstalledPlugin> find(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<InstalledPlugin> of(Bundle bundle) {
        return Optional.empty();
    }

    @Override
    public void start(String id) {}

    @Override
    public void uninstall(String id) {}
}
