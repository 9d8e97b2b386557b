package org.jutong.web.internal.portal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PortalBlock;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginDescriptor.DataPolicy;
import org.jutong.runtime.PluginDescriptor.MenuEntry;
import org.osgi.framework.Bundle;

/** One plugin, whose templates are test resources, and a gate that lets it in where a test says so. */
final class DemoPlugins implements InstalledPlugins, Gate, Blocks {

    static final String ID = "interaction";

    private final Map<SiteCode, List<PortalBlock>> enabled = new HashMap<>();
    private final InstalledPlugin plugin = new InstalledPlugin(
            ID,
            bundle(),
            Optional.of(new PluginDescriptor(
                    ID,
                    Map.of("zh-CN", "政民互动"),
                    Map.of("zh-CN", "写信、查信、看答复"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                            new MenuEntry(Map.of("zh-CN", "政民互动"), ""),
                            new MenuEntry(Map.of("zh-CN", "我要写信"), "new"),
                            new MenuEntry(Map.of("zh-CN", "查询来信"), "query")),
                    List.of(),
                    List.of("咨询投诉"),
                    new DataPolicy(true, "P2Y", Map.of()),
                    List.of())),
            Optional.empty());

    void enable(SiteCode site, PortalBlock... blocks) {
        enabled.put(site, List.of(blocks));
    }

    InstalledPlugin plugin() {
        return plugin;
    }

    @Override
    public List<PortalBlock> of(String id) {
        return enabled.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public Optional<SiteContext> enter(String id, SiteCode site, Actor actor) {
        return enabled.containsKey(site) ? Optional.of(new Context(site, actor)) : Optional.empty();
    }

    @Override
    public SiteContext require(String id, SiteCode site, Actor actor) {
        return enter(id, site, actor).orElseThrow(() -> Problem.notFound("plugin_not_enabled"));
    }

    @Override
    public List<String> enabled(SiteCode site) {
        return enabled.containsKey(site) ? List.of(ID) : List.of();
    }

    @Override
    public <R> R call(SiteContext context, Function<SiteContext, R> work) throws PluginFault {
        try {
            return work.apply(context);
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            throw new PluginFault("interaction failed", e);
        }
    }

    @Override
    public List<InstalledPlugin> all() {
        return List.of(plugin);
    }

    @Override
    public Optional<InstalledPlugin> find(String id) {
        return Optional.of(plugin).filter(each -> each.id().equals(id));
    }

    @Override
    public Optional<InstalledPlugin> of(Bundle bundle) {
        return Optional.of(plugin);
    }

    @Override
    public void start(String id) {}

    @Override
    public void uninstall(String id) {}

    private static Bundle bundle() {
        return (Bundle) Proxy.newProxyInstance(
                DemoPlugins.class.getClassLoader(), new Class<?>[] {Bundle.class}, (self, method, args) -> {
                    return switch (method.getName()) {
                        case "getEntry" ->
                            DemoPlugins.class.getResource(args[0].toString().replace("JUTONG-INF/", "/portal/"));
                        case "getBundleId", "getLastModified" -> 7L;
                        case "getState" -> Bundle.ACTIVE;
                        case "getSymbolicName" -> "org.jutong.interaction";
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private record Context(SiteCode site, Actor actor) implements SiteContext {
        @Override
        public String siteName() {
            return "";
        }

        @Override
        public String plugin() {
            return ID;
        }

        @Override
        public String pageUrl(String path) {
            return "/sites/" + site + "/plugins/" + ID + "/" + path;
        }
    }
}
