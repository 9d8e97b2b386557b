package org.jutong.persistence.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jutong.persistence.internal.schema.Migrations;
import org.jutong.persistence.internal.source.Database;
import org.jutong.persistence.internal.source.DatabaseAddress;
import org.jutong.runtime.BootStep;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginListener;
import org.jutong.runtime.SiteChanges;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database, waiting for it where it is not there yet, then offers data source and stores. */
@Component(service = BootStep.class, immediate = true)
public final class Persistence implements BootStep {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final long BETWEEN_ATTEMPTS_MS = 2000;
    private static final int PATIENCE_S = 10;
    private static final int ATTEMPTS_PER_LOG_LINE = 15;

    private final BundleContext context;
    private final InstalledPlugins plugins;
    private final SiteChanges changes;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(Persistence::thread);

    private Database database;
    private ServiceRegistration<DataSource> source;
    private ServiceRegistration<DataSource> reserved;
    private ServiceRegistration<PluginListener> tables;
    private UnitStores stores;
    private volatile boolean ready;

    @Activate
    public Persistence(
            BundleContext context,
            @Reference InstalledPlugins plugins,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.context = context;
        this.plugins = plugins;
        this.changes = changes;
        this.clock = clock;
        threads.execute(this::open);
    }

    @Override
    public String step() {
        return "连接数据库";
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Deactivate
    void close() {
        closing.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
                LOG.warn("Stopping while tables are being made");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release();
    }

    private void open() {
        DatabaseAddress address = DatabaseAddress.of(System.getenv(), context::getProperty);
        placeLogs();
        try {
            await(address).ifPresent(opened -> {
                LOG.info("The data is in {}", address);
                offer(opened);
            });
        } catch (InterruptedException e) {
            LOG.debug("Stopped while waiting for {}", address, e);
        }
    }

    private synchronized void offer(Database opened) {
        database = opened;
        if (threads.isShutdown()) {
            return;
        }
        Migrations migrations = new Migrations(opened.source(), clock);
        stores = new UnitStores(context, migrations, plugins, changes, this::execute);
        stores.open();
        source = register("jutong", opened.source());
        reserved = register("jutong-audit", opened.reserved());
        ready = true;
        PluginTables pluginTables = new PluginTables(migrations, plugins, this::execute);
        tables = context.registerService(PluginListener.class, pluginTables, null);
        pluginTables.makeAll();
    }

    private ServiceRegistration<DataSource> register(String name, DataSource offered) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.jndi.service.name", name);
        return context.registerService(DataSource.class, offered, properties);
    }

    private void execute(Runnable work) {
        if (!threads.isShutdown()) {
            threads.execute(work);
        }
    }

    private synchronized void release() {
        if (tables != null) {
            tables.unregister();
        }
        if (stores != null) {
            stores.close();
        }
        if (source != null) {
            source.unregister();
            reserved.unregister();
        }
        if (database != null) {
            database.close();
        }
    }

    /** Empty where the platform stops before the database is there. */
    private Optional<Database> await(DatabaseAddress address) throws InterruptedException {
        int attempt = 0;
        do {
            try {
                return Optional.of(Database.open(address));
            } catch (SQLException e) {
                if (attempt++ % ATTEMPTS_PER_LOG_LINE == 0) {
                    LOG.warn("The database {} cannot be opened yet, trying on: {}", address, reason(e));
                }
            }
        } while (!closing.await(BETWEEN_ATTEMPTS_MS, TimeUnit.MILLISECONDS));
        return Optional.empty();
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }

    /** What nobody else has set. Both write where no log is: into the working directory, and to standard output. */
    private void placeLogs() {
        String data = context.getProperty("jutong.data");
        Path folder = Path.of(data == null ? "data" : data).toAbsolutePath();
        Properties system = System.getProperties();
        system.putIfAbsent(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        // every failed statement with its values; whoever made it gets the failure and logs it once
        system.putIfAbsent("eclipselink.logging.level", "SEVERE");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "jutong-persistence");
        thread.setDaemon(true);
        return thread;
    }
}
