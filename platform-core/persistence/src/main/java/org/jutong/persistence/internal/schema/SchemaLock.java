package org.jutong.persistence.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One migration at a time. On PostgreSQL several nodes may start together; the lock belongs to a session there, so a
 * killed node leaves none behind. Embedded Derby admits one process only, and the caller is its one migrating thread.
 */
final class SchemaLock implements AutoCloseable {

    // any fixed number that nobody else uses: "jutong" in ASCII
    private static final long KEY = 0x6A75746F6E67L;

    private final Connection connection;
    private final boolean shared;

    private SchemaLock(Connection connection, boolean shared) {
        this.connection = connection;
        this.shared = shared;
    }

    static SchemaLock take(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            boolean shared = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
            if (shared) {
                call(connection, "SELECT pg_advisory_lock(?)");
            }
            return new SchemaLock(connection, shared);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (shared) {
                call(connection, "SELECT pg_advisory_unlock(?)");
            }
        }
    }

    private static void call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
