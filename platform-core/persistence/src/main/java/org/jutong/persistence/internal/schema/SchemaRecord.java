package org.jutong.persistence.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which changelog each bundle's tables were made by, table JUTONG_SCHEMA. Spares later starts the seconds that
 * Liquibase takes to find that there is nothing to do.
 */
final class SchemaRecord {

    private static final Set<String> NO_SUCH_TABLE = Set.of("42X05", "42P01");

    private final Connection connection;

    SchemaRecord(Connection connection) {
        this.connection = connection;
    }

    Optional<String> hash(String owner) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT HASH FROM JUTONG_SCHEMA WHERE BUNDLE = ?")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (!NO_SUCH_TABLE.contains(e.getSQLState())) {
                throw e;
            }
            create();
            return Optional.empty();
        }
    }

    void store(String owner, String hash, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE JUTONG_SCHEMA SET HASH = ?, APPLIED = ? WHERE BUNDLE = ?")) {
            fill(update, owner, hash, at);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO JUTONG_SCHEMA (HASH, APPLIED, BUNDLE) VALUES (?, ?, ?)")) {
            fill(insert, owner, hash, at);
            insert.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, String owner, String hash, Instant at) throws SQLException {
        statement.setString(1, hash);
        statement.setTimestamp(2, Timestamp.from(at));
        statement.setString(3, owner);
    }

    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE JUTONG_SCHEMA (BUNDLE VARCHAR(200) NOT NULL PRIMARY KEY,"
                    + " HASH VARCHAR(64) NOT NULL, APPLIED TIMESTAMP NOT NULL)");
        }
    }
}
