package org.jutong.persistence.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.persistence.EntityManagerFactory;
import org.jutong.persistence.Store;
import org.jutong.persistence.internal.schema.Changelog;
import org.jutong.persistence.internal.schema.Migrations;
import org.jutong.persistence.internal.store.JpaSiteStore;
import org.jutong.persistence.internal.store.JpaStore;
import org.jutong.plugin.data.SiteStore;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.SiteChanges;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every persistence unit into a store: a core bundle's into a {@link Store}, a plugin's into a
 * {@link SiteStore}. Works on threads of its own, because migrations take seconds and the tracker's caller is another
 * bundle's start.
 */
final class UnitStores extends ServiceTracker<EntityManagerFactory, UnitStores.Unit> {

    private static final Logger LOG = LoggerFactory.getLogger(UnitStores.class);
    private static final String UNIT_NAME = "osgi.unit.name";

    private final Migrations migrations;
    private final InstalledPlugins plugins;
    private final SiteChanges changes;
    private final Executor threads;

    UnitStores(
            BundleContext context,
            Migrations migrations,
            InstalledPlugins plugins,
            SiteChanges changes,
            Executor threads) {
        super(context, EntityManagerFactory.class, null);
        this.migrations = migrations;
        this.plugins = plugins;
        this.changes = changes;
        this.threads = threads;
    }

    @Override
    public Unit addingService(ServiceReference<EntityManagerFactory> reference) {
        if (!(reference.getProperty(UNIT_NAME) instanceof String name)) {
            return null;
        }
        Unit unit = new Unit(name, reference);
        threads.execute(unit::open);
        return unit;
    }

    @Override
    public void removedService(ServiceReference<EntityManagerFactory> reference, Unit unit) {
        unit.close();
        context.ungetService(reference);
    }

    final class Unit {

        private final String name;
        private final ServiceReference<EntityManagerFactory> reference;
        private boolean closed;
        private ServiceRegistration<?> registration;

        Unit(String name, ServiceReference<EntityManagerFactory> reference) {
            this.name = name;
            this.reference = reference;
        }

        private void open() {
            Bundle owner = reference.getBundle();
            EntityManagerFactory factory = owner == null ? null : context.getService(reference);
            if (factory == null) {
                return;
            }
            try {
                migrations.apply(Changelog.of(owner));
                Optional<InstalledPlugin> plugin = plugins.of(owner);
                if (plugin.isPresent()) {
                    register(SiteStore.class, new JpaSiteStore(plugin.get().id(), factory, changes));
                } else {
                    register(Store.class, new JpaStore(factory));
                }
            } catch (RuntimeException e) {
                if (!isClosed()) {
                    LOG.error("{} gets no store for its unit {}: {}", owner.getSymbolicName(), name, e.getMessage(), e);
                }
            }
        }

        private <S> void register(Class<S> type, S store) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(UNIT_NAME, name);
            if (isClosed()) {
                return;
            }
            // Outside the lock: whoever gets the store now may run long, and must not hold up its own removal.
            ServiceRegistration<S> made = context.registerService(type, store, properties);
            synchronized (this) {
                if (!closed) {
                    registration = made;
                    return;
                }
            }
            made.unregister();
        }

        private synchronized boolean isClosed() {
            return closed;
        }

        private void close() {
            ServiceRegistration<?> made;
            synchronized (this) {
                closed = true;
                made = registration;
                registration = null;
            }
            if (made != null) {
                made.unregister();
            }
        }
    }
}
