package org.jutong.catalog.internal;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginDescriptor.DataPolicy;
import org.jutong.runtime.PluginDescriptor.DeclaredPermission;
import org.jutong.runtime.PluginDescriptor.Plan;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** Plugins whose bundles are a state and a number. */
final class FakePlugins implements InstalledPlugins {

    final Map<String, Copy> copies = new ConcurrentHashMap<>();
    final AtomicInteger starts = new AtomicInteger();

    /** One installed bundle. */
    static final class Copy {
        private final long number;
        private final PluginDescriptor descriptor;
        volatile int state = Bundle.INSTALLED;
        volatile String fault;
        volatile String startFault;

        Copy(long number, PluginDescriptor descriptor) {
            this.number = number;
            this.descriptor = descriptor;
        }
    }

    Copy install(String id, String... permissions) {
        List<DeclaredPermission> declared = List.of(permissions).stream()
                .map(permission -> new DeclaredPermission(permission, Map.of("zh-CN", permission), List.of("editor")))
                .toList();
        PluginDescriptor descriptor = new PluginDescriptor(
                id,
                Map.of("zh-CN", "政民互动", "en", "Interaction"),
                Map.of("zh-CN", "写信", "en", "Letters"),
                List.of(Map.of("zh-CN", "来信")),
                List.of(
                        new Plan("standard", Map.of("zh-CN", "标准版"), Map.of("prefecture", 20000L, "county", 8000L)),
                        new Plan("plus", Map.of("zh-CN", "增强版"), Map.of("prefecture", 50000L))),
                declared,
                List.of(),
                List.of(),
                List.of("咨询投诉"),
                new DataPolicy(true, "P2Y", Map.of("zh-CN", "来信")),
                List.of());
        Copy copy = new Copy(copies.size() + 100L, descriptor);
        copies.put(id, copy);
        return copy;
    }

    @Override
    public List<InstalledPlugin> all() {
        return copies.keySet().stream()
                .sorted()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    @Override
    public Optional<InstalledPlugin> find(String id) {
        return Optional.ofNullable(copies.get(id))
                .map(copy -> new InstalledPlugin(
                        id, bundle(copy), Optional.of(copy.descriptor), Optional.ofNullable(copy.fault)));
    }

    @Override
    public Optional<InstalledPlugin> of(Bundle bundle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(String id) {
        starts.incrementAndGet();
        Copy copy = copies.get(id);
        if (copy.startFault != null) {
            throw Problem.conflict("plugin_cannot_start", id, copy.startFault);
        }
        copy.state = Bundle.ACTIVE;
    }

    @Override
    public void uninstall(String id) {
        copies.remove(id);
    }

    private static Bundle bundle(Copy copy) {
        return (Bundle) Proxy.newProxyInstance(
                FakePlugins.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getState" -> copy.state;
                    case "getBundleId" -> copy.number;
                    case "getLastModified" -> copy.number;
                    case "getVersion" -> new Version("0.1.0");
                    case "adapt" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
