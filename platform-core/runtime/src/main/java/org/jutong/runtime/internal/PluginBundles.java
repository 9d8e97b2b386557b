package org.jutong.runtime.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the bundles of the container for descriptors. Reads entries only, which resolves and loads nothing. */
@Component(service = InstalledPlugins.class, immediate = true)
public final class PluginBundles implements InstalledPlugins, BundleTrackerCustomizer<Long> {

    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);
    private static final String DESCRIPTOR = "JUTONG-INF/plugin.yaml";
    private static final int INSTALLED_OR_MORE =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<Long, InstalledPlugin> byBundle = new ConcurrentSkipListMap<>();
    private final DescriptorReader reader = new DescriptorReader();
    private final Contract contract;
    private final Whiteboard<PluginListener> listeners;
    private final DroppedBundles dropped;
    private final BundleOperations operations;
    private final BundleTracker<Long> tracker;
    private volatile List<InstalledPlugin> all = List.of();
    private volatile boolean opened;

    @Activate
    public PluginBundles(BundleContext context) {
        this(context, Contract.of(FrameworkUtil.getBundle(Problem.class)));
    }

    PluginBundles(BundleContext context, Contract contract) {
        this.contract = contract;
        this.listeners = new Whiteboard<>(context, PluginListener.class);
        this.dropped = new DroppedBundles(context);
        this.operations = new BundleOperations(context, dropped);
        this.tracker = new BundleTracker<>(context, INSTALLED_OR_MORE, this);
        dropped.open();
        tracker.open();
        opened = true;
    }

    @Deactivate
    void close() {
        opened = false;
        tracker.close();
        dropped.close();
        listeners.close();
    }

    @Override
    public List<InstalledPlugin> all() {
        return all;
    }

    @Override
    public Optional<InstalledPlugin> find(String id) {
        return all.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    @Override
    public Optional<InstalledPlugin> of(Bundle bundle) {
        return all.stream().filter(plugin -> plugin.bundle().equals(bundle)).findFirst();
    }

    @Override
    public void start(String id) {
        InstalledPlugin plugin = existing(id);
        if (plugin.fault().isPresent()) {
            throw Problem.conflict("plugin_cannot_start", id, plugin.fault().get());
        }
        operations.start(id, plugin.bundle());
    }

    @Override
    public void uninstall(String id) {
        Bundle bundle = existing(id).bundle();
        operations.uninstall(id, bundle, () -> !byBundle.containsKey(bundle.getBundleId()));
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getEntry(DESCRIPTOR) == null) {
            return null;
        }
        if (event != null && event.getType() == BundleEvent.INSTALLED) {
            dropped.arrived(bundle);
        }
        put(bundle);
        return bundle.getBundleId();
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
        if (event != null && event.getType() == BundleEvent.UPDATED && bundle.getEntry(DESCRIPTOR) != null) {
            dropped.arrived(bundle);
            put(bundle);
        } else {
            of(bundle).ifPresent(this::tell);
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        Optional<InstalledPlugin> gone = of(bundle);
        byBundle.remove(id);
        publish();
        gone.ifPresent(this::tell);
    }

    private InstalledPlugin existing(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("plugin_not_found", id));
    }

    private void put(Bundle bundle) {
        byBundle.put(bundle.getBundleId(), read(bundle));
        publish();
        of(bundle).ifPresent(this::tell);
    }

    private void tell(InstalledPlugin plugin) {
        if (opened) {
            listeners.tell(listener -> listener.pluginChanged(plugin.id()));
        }
    }

    /** Of two bundles with one id the older is the plugin; the other goes by its own name and says why. */
    private synchronized void publish() {
        Set<String> taken = new HashSet<>();
        List<InstalledPlugin> plugins = new ArrayList<>();
        byBundle.values().forEach(plugin -> plugins.add(taken.add(plugin.id()) ? plugin : duplicate(plugin)));
        plugins.sort(Comparator.comparing(InstalledPlugin::id));
        all = List.copyOf(plugins);
    }

    private InstalledPlugin read(Bundle bundle) {
        try {
            URL entry = bundle.getEntry(DESCRIPTOR);
            PluginDescriptor descriptor;
            try (InputStream in = entry.openStream()) {
                descriptor = reader.read(in);
            }
            return new InstalledPlugin(descriptor.id(), bundle, Optional.of(descriptor), contract.fault(bundle));
        } catch (DescriptorFault e) {
            LOG.warn("The plugin in {} cannot be used: {}", bundle.getLocation(), e.getMessage());
            return faulty(bundle, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("The descriptor in {} cannot be read", bundle.getLocation(), e);
            return faulty(bundle, "plugin.yaml 无法读取。");
        }
    }

    private static InstalledPlugin faulty(Bundle bundle, String sentence) {
        return new InstalledPlugin(
                String.valueOf(bundle.getSymbolicName()), bundle, Optional.empty(), Optional.of(sentence));
    }

    private static InstalledPlugin duplicate(InstalledPlugin plugin) {
        Bundle bundle = plugin.bundle();
        return new InstalledPlugin(
                bundle.getSymbolicName() + "@" + bundle.getVersion() + "#" + bundle.getBundleId(),
                bundle,
                plugin.descriptor(),
                Optional.of("插件 " + plugin.id() + " 已由另一个文件安装，请先卸载其一。"));
    }
}
