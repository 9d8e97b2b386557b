package org.jutong.runtime.internal;

import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of one kind. They are looked for at the first news and not before: many of them need the service that
 * tells the news, and asking for one while it waits for us would lose it.
 */
final class Whiteboard<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Whiteboard.class);

    private final ServiceTracker<T, T> tracker;

    Whiteboard(BundleContext context, Class<T> type) {
        this.tracker = new ServiceTracker<>(context, type, null);
    }

    /** A listener that fails is logged and does not stop the others. */
    void tell(Consumer<T> news) {
        tracker.open();
        for (T listener : tracker.getTracked().values()) {
            try {
                news.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} failed on news", listener.getClass().getName(), e);
            }
        }
    }

    @Override
    public void close() {
        tracker.close();
    }
}
