package org.jutong.catalog.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jutong.identity.Accounts;
import org.jutong.identity.RolePermissions;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The rights that plugins declare, by role; asked at each check, so kept ready. A plugin can declare rights of its own
 * only, {@code <plugin>.<verb>}, and none of the core's names: otherwise a bundle could hand out the core's rights.
 */
@Component(service = {RolePermissions.class, PluginListener.class})
public final class DeclaredPermissions implements RolePermissions, PluginListener {

    private static final Set<String> CORE = Set.of("site", "column", "article", "catalog", "plugin", "identity");

    private final InstalledPlugins installed;
    private volatile Map<String, Set<String>> byRole;

    @Activate
    public DeclaredPermissions(@Reference InstalledPlugins installed) {
        this.installed = installed;
        byRole = read();
    }

    @Override
    public Set<String> of(String role) {
        return byRole.getOrDefault(role, Set.of());
    }

    @Override
    public synchronized void pluginChanged(String id) {
        byRole = read();
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new HashMap<>();
        for (InstalledPlugin plugin : installed.all()) {
            plugin.descriptor().filter(usable -> plugin.fault().isEmpty()).ifPresent(usable -> add(usable, read));
        }
        return read;
    }

    private static void add(PluginDescriptor plugin, Map<String, Set<String>> byRole) {
        plugin.permissions().stream()
                .filter(declared -> declared.id().startsWith(plugin.id() + ".") && !CORE.contains(plugin.id()))
                .forEach(declared -> {
                    add(Accounts.ADMINISTRATOR, declared.id(), byRole);
                    declared.roles().forEach(role -> add(role, declared.id(), byRole));
                });
    }

    private static void add(String role, String permission, Map<String, Set<String>> byRole) {
        byRole.computeIfAbsent(role, unseen -> new HashSet<>()).add(permission);
    }
}
