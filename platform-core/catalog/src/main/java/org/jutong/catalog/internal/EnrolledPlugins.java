package org.jutong.catalog.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jutong.runtime.BootStep;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginListener;
import org.jutong.runtime.SiteChanges;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the plugins that sites are enrolled for: after a restart, because the container forgets which were started,
 * and when a bundle comes (back). Each copy of a bundle is started once, so that one an operator stops stays stopped
 * and one that cannot start is not tried for ever.
 */
@Component(service = {EnrolledPlugins.class, PluginListener.class, BootStep.class})
public final class EnrolledPlugins implements PluginListener, BootStep {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolledPlugins.class);

    private final InstalledPlugins installed;
    private final KnownEnrolments known;
    private final PluginStart start;
    private final SiteChanges changes;

    /** Plugin → the copy of its bundle that ran or was tried. */
    private final Map<String, Copy> seen = new ConcurrentHashMap<>();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread starter = new Thread(work, "jutong-plugin-start");
        starter.setDaemon(true);
        return starter;
    });
    private volatile boolean ready;

    @Activate
    public EnrolledPlugins(
            @Reference InstalledPlugins installed,
            @Reference KnownEnrolments known,
            @Reference PluginStart start,
            @Reference SiteChanges changes) {
        this.installed = installed;
        this.known = known;
        this.start = start;
        this.changes = changes;
        thread.execute(this::startAll);
    }

    @Override
    public String step() {
        return "启动各站点已开通的应用";
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public void pluginChanged(String id) {
        installed.find(id).filter(InstalledPlugin::isActive).ifPresent(plugin -> seen.put(id, Copy.of(plugin)));
        try {
            thread.execute(() -> {
                if (startIfEnrolled(id)) {
                    complete(id);
                }
                changes.changed(known.sitesInForce(id));
            });
        } catch (RejectedExecutionException closing) {
            LOG.debug("Plugin {} changed while the platform stops", id);
        }
    }

    /** Call when another node may have switched plugins on. */
    void follow() {
        thread.execute(this::startAll);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    /** All are started before the first is waited for, so that their migrations are waited for once. */
    private void startAll() {
        try {
            List<String> started =
                    known.plugins().stream().filter(this::startIfEnrolled).toList();
            started.forEach(this::complete);
        } finally {
            ready = true;
        }
    }

    private boolean startIfEnrolled(String id) {
        int sites = known.ofPlugin(id).size();
        InstalledPlugin plugin = installed.find(id).orElse(null);
        if (sites == 0 || plugin == null || plugin.fault().isPresent()) {
            return false;
        }
        if (Copy.of(plugin).equals(seen.put(id, Copy.of(plugin)))) {
            return false;
        }
        return succeeds(id, () -> start.begin(id));
    }

    private void complete(String id) {
        if (succeeds(id, () -> start.complete(id))) {
            LOG.info("Plugin {} runs", id);
        }
    }

    private boolean succeeds(String id, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException failure) {
            if (thread.isShutdown()) {
                LOG.debug("Plugin {} is not started: the platform stops", id);
                return false;
            }
            if (installed.find(id).isEmpty()) {
                LOG.debug("Plugin {} was taken away before it was started", id);
                return false;
            }
            int sites = known.ofPlugin(id).size();
            LOG.warn(
                    "Plugin {} does not run, although {} sites are enrolled for it: {}", id, sites, failure.toString());
            return false;
        }
    }

    /** A bundle as it was installed or updated last; starting and stopping do not make another. */
    private record Copy(long bundle, long modified) {

        static Copy of(InstalledPlugin plugin) {
            return new Copy(plugin.bundle().getBundleId(), plugin.bundle().getLastModified());
        }
    }
}
