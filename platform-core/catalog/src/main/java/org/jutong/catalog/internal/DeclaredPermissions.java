package org.jutong.catalog.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jutong.identity.RolePermissions;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The rights that plugins declare, and by which role they are held; asked at each check, so kept ready. A plugin can
 * declare rights of its own only, {@code <plugin>.<verb>}, and none of the core's names: otherwise a bundle could hand
 * out the core's rights.
 */
@Component(service = {RolePermissions.class, PluginListener.class})
public final class DeclaredPermissions implements RolePermissions, PluginListener {

    private static final Set<String> CORE = Set.of(
            "site", "column", "article", "catalog", "plugin", "identity", "citizen", "audit", "exchange", "container");

    private final InstalledPlugins installed;
    private volatile Snapshot now;

    @Activate
    public DeclaredPermissions(@Reference InstalledPlugins installed) {
        this.installed = installed;
        now = read();
    }

    @Override
    public Set<String> of(String role) {
        return now.byRole.getOrDefault(role, Set.of());
    }

    @Override
    public Optional<Permission> find(String permission) {
        return Optional.ofNullable(now.byId.get(permission));
    }

    @Override
    public List<Permission> all() {
        return List.copyOf(now.byId.values());
    }

    @Override
    public synchronized void pluginChanged(String id) {
        now = read();
    }

    private Snapshot read() {
        Snapshot read = new Snapshot(new TreeMap<>(), new HashMap<>());
        for (InstalledPlugin plugin : installed.all()) {
            plugin.descriptor().filter(usable -> plugin.fault().isEmpty()).ifPresent(read::add);
        }
        return read;
    }

    private record Snapshot(Map<String, Permission> byId, Map<String, Set<String>> byRole) {

        void add(PluginDescriptor plugin) {
            plugin.permissions().stream()
                    .filter(declared -> declared.id().startsWith(plugin.id() + ".") && !CORE.contains(plugin.id()))
                    .forEach(declared -> {
                        byId.put(declared.id(), new Permission(declared.id(), declared.title(), plugin.id()));
                        declared.roles()
                                .forEach(role -> byRole.computeIfAbsent(role, unseen -> new HashSet<>())
                                        .add(declared.id()));
                    });
        }
    }
}
