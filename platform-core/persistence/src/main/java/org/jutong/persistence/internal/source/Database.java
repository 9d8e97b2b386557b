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

/**
 * The pools over the one database: one for all, and a small one that is reserved for the writer of the audit chain. Who
 * holds a connection of the first may wait for that writer, so it must never wait for one of them. Closing also shuts
 * an embedded Derby down, so that the next start is quick.
 */
public final class Database implements AutoCloseable {

    private static final int POOL = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int RESERVED = 2;
    private static final Duration RESERVED_PATIENCE = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final HikariDataSource reserved;
    private final DataSource plain;

    private Database(DataSource plain) {
        this.plain = plain;
        this.pool = pool("jutong", plain, POOL, PATIENCE);
        this.reserved = pool("jutong-audit", plain, RESERVED, RESERVED_PATIENCE);
    }

    /** @throws SQLException where the database cannot be reached now */
    public static Database open(DatabaseAddress address) throws SQLException {
        DataSource plain = address.isDerby() ? derby(address) : postgres(address);
        // asked without the pool: its own attempts would hide the reason behind a timeout
        try (Connection first = plain.getConnection()) {
            first.getMetaData().getDatabaseProductName();
        }
        return new Database(plain);
    }

    public DataSource source() {
        return pool;
    }

    /** The one for the writer of the audit chain. */
    public DataSource reserved() {
        return reserved;
    }

    @Override
    public void close() {
        reserved.close();
        pool.close();
        if (plain instanceof EmbeddedDataSource derby) {
            shutDown(derby);
        }
    }

    private static HikariDataSource pool(String name, DataSource plain, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(plain);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size - 1));
        config.setConnectionTimeout(patience.toMillis());
        return new HikariDataSource(config);
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
