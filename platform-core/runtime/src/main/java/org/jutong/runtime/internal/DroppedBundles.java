package org.jutong.runtime.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;

/**
 * The bundles of the drop folder. Its watcher refreshes what it has just installed or updated; a bundle that was started
 * before that would be stopped in the middle of its start and started once more.
 */
final class DroppedBundles implements FrameworkListener {

    private final BundleContext context;
    private final Set<Long> unsettled = ConcurrentHashMap.newKeySet();

    DroppedBundles(BundleContext context) {
        this.context = context;
    }

    void open() {
        context.addFrameworkListener(this);
    }

    void close() {
        context.removeFrameworkListener(this);
    }

    /** It was installed or updated a moment ago. */
    void arrived(Bundle bundle) {
        if (file(bundle) != null) {
            unsettled.add(bundle.getBundleId());
        }
    }

    boolean isSettled(Bundle bundle) {
        return !unsettled.contains(bundle.getBundleId());
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
            unsettled.clear();
        }
    }

    /** The file that it was installed from; null for a bundle from elsewhere. */
    Path file(Bundle bundle) {
        String data = context.getProperty("jutong.data");
        if (data == null || !bundle.getLocation().startsWith("file:")) {
            return null;
        }
        Path file;
        try {
            file = Path.of(URI.create(bundle.getLocation().replace(" ", "%20")).getPath());
        } catch (IllegalArgumentException e) {
            return null;
        }
        Path folder = Path.of(data).toAbsolutePath().normalize().resolve("plugins");
        Path plain = file.toAbsolutePath().normalize();
        return plain.startsWith(folder) ? plain : null;
    }
}
