package org.jutong.persistence.internal.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The pool over the one database; closing it also shuts an embedded Derby down, so that the next start is quick. */
public final class Database implements AutoCloseable {

    private static final int POOL = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HikariDataSource pool;
    private final DataSource plain;

    private Database(HikariDataSource pool, DataSource plain) {
        this.pool = pool;
        this.plain = plain;
    }

    /** @throws SQLException where the database cannot be reached now */
    public static Database open(DatabaseAddress address) throws SQLException {
        DataSource plain = address.isDerby() ? derby(address) : postgres(address);
        // asked without the pool: its own attempts would hide the reason behind a timeout
        try (Connection first = plain.getConnection()) {
            first.getMetaData().getDatabaseProductName();
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("jutong");
        config.setDataSource(plain);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new Database(new HikariDataSource(config), plain);
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (plain instanceof EmbeddedDataSource derby) {
            shutDown(derby);
        }
    }

    private static void shutDown(EmbeddedDataSource derby) {
        derby.setCreateDatabase(null);
        derby.setConnectionAttributes(null);
        derby.setShutdownDatabase("shutdown");
        try (Connection none = derby.getConnection()) {
            throw new IllegalStateException("Derby gave a connection instead of shutting down: " + none);
        } catch (SQLException expected) {
            // Derby answers a shutdown with an exception, 08006 when all is well
        }
    }

    private static EmbeddedDataSource derby(DatabaseAddress address) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        String[] parts = address.url().substring("jdbc:derby:".length()).split(";");
        source.setDatabaseName(parts[0]);
        if (!parts[0].startsWith("memory:")) {
            DerbyFolder.makeWay(Path.of(parts[0]));
        }
        source.setConnectionAttributes(Arrays.stream(parts).skip(1).collect(Collectors.joining(";")));
        if (!address.user().isEmpty()) {
            source.setUser(address.user());
            source.setPassword(address.password());
        }
        return source;
    }

    private static PGSimpleDataSource postgres(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        if (!address.user().isEmpty()) {
            source.setUser(address.user());
            source.setPassword(address.password());
        }
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        source.setApplicationName("jutong");
        return source;
    }
}
