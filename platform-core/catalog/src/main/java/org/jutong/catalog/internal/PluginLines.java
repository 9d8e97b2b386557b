package org.jutong.catalog.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginListener;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A line into each plugin that is called; a plugin that stops loses its own, and begins anew without faults. */
@Component(service = {PluginLines.class, PluginListener.class})
public final class PluginLines implements PluginListener {

    private final Map<String, PluginLine> lines = new ConcurrentHashMap<>();
    private final InstalledPlugins installed;
    private final CallLimits limits;

    @Activate
    public PluginLines(@Reference InstalledPlugins installed) {
        this(installed, CallLimits.USUAL);
    }

    PluginLines(InstalledPlugins installed, CallLimits limits) {
        this.installed = installed;
        this.limits = limits;
    }

    <R> R call(SiteContext context, Function<SiteContext, R> work) throws PluginFault {
        PluginLine line = lines.get(context.plugin());
        if (line == null) {
            line = lines.computeIfAbsent(context.plugin(), id -> new PluginLine(id, limits, loader(id)));
        }
        return line.call(context, work);
    }

    @Override
    public void pluginChanged(String id) {
        if (installed.find(id).filter(InstalledPlugin::isActive).isEmpty()) {
            PluginLine line = lines.remove(id);
            if (line != null) {
                line.close();
            }
        }
    }

    @Deactivate
    void close() {
        lines.values().forEach(PluginLine::close);
        lines.clear();
    }

    private ClassLoader loader(String plugin) {
        return installed
                .find(plugin)
                .map(found -> found.bundle().adapt(BundleWiring.class))
                .map(BundleWiring::getClassLoader)
                .orElse(null);
    }
}
