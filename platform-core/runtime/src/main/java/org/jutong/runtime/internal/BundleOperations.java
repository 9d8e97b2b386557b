package org.jutong.runtime.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jutong.plugin.Problem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a plugin's bundle and takes one away. */
final class BundleOperations {

    private static final Logger LOG = LoggerFactory.getLogger(BundleOperations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WATCHER = Duration.ofSeconds(4);
    private static final int POLL_MS = 20;
    private static final int LONGEST_REASON = 300;

    private final BundleContext context;
    private final DroppedBundles dropped;

    BundleOperations(BundleContext context, DroppedBundles dropped) {
        this.context = context;
        this.dropped = dropped;
    }

    void start(String id, Bundle bundle) {
        if (!holdsSoon(() -> dropped.isSettled(bundle))) {
            LOG.warn("The watcher of the drop folder has not let go of {}", id);
        }
        try {
            bundle.start();
        } catch (IllegalStateException e) {
            throw gone(id, bundle, e);
        } catch (BundleException e) {
            LOG.warn("Plugin {} does not start", id, e);
            throw Problem.conflict("plugin_cannot_start", id, reason(e));
        }
        // somebody else may be starting it right now
        for (long waited = 0; bundle.getState() != Bundle.ACTIVE; waited += POLL_MS) {
            if (bundle.getState() == Bundle.UNINSTALLED) {
                throw Problem.notFound("plugin_not_found", id);
            }
            if (waited > PATIENCE.toMillis()) {
                throw Problem.conflict("plugin_cannot_start", id, "等待启动超时。");
            }
            pause();
        }
    }

    /**
     * Stops the bundle, so that nothing of it is served any more, and takes it away. A dropped bundle belongs to the
     * watcher of the drop folder, which keeps books about it: the file is deleted and the watcher does the rest.
     *
     * @param forgotten whether the plugin is off the list; a bundle says that it is uninstalled a moment before
     */
    void uninstall(String id, Bundle bundle, BooleanSupplier forgotten) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
            if (deleteDropped(id, bundle) && holdsSoon(forgotten)) {
                return;
            }
            bundle.uninstall();
        } catch (IllegalStateException e) {
            LOG.debug("Somebody else uninstalled {} first", id, e);
        } catch (BundleException e) {
            LOG.warn("Plugin {} is not uninstalled cleanly", id, e);
            throw Problem.conflict("plugin_cannot_uninstall", id, reason(e));
        }
        refresh(bundle);
    }

    private static RuntimeException gone(String id, Bundle bundle, IllegalStateException e) {
        return bundle.getState() == Bundle.UNINSTALLED ? Problem.notFound("plugin_not_found", id) : e;
    }

    /** Whether the watcher, which looks twice a second, does what is waited for. */
    private static boolean holdsSoon(BooleanSupplier condition) {
        for (long waited = 0; waited < WATCHER.toMillis(); waited += POLL_MS) {
            if (condition.getAsBoolean()) {
                return true;
            }
            pause();
        }
        return false;
    }

    /** Without it the old classes stay until the next start, and a new file of the plugin would be wired to them. */
    private void refresh(Bundle bundle) {
        CountDownLatch refreshed = new CountDownLatch(1);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        wiring.refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The classes of {} are still being let go", bundle.getSymbolicName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deleteDropped(String id, Bundle bundle) {
        try {
            Path file = dropped.file(bundle);
            return file != null && Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file of plugin {} cannot be deleted", id, e);
            throw Problem.conflict("plugin_cannot_uninstall", id, "无法删除文件 " + bundle.getLocation() + "。");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String line = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }
}
