package org.jutong.benchmarks;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The yardstick for what is stored: the very rows that the platform stored, into tables with the same columns and
 * indexes on the same database, by JDBC batches and nothing else.
 */
final class TwinTables {

    private static final int BATCH = 500;

    private final Connection connection;
    private int made;

    TwinTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Seconds that the rows take.
     *
     * @param rows conditions by table; {@code 1 = 1} for all of a table
     * @param commits in how many transactions
     */
    double store(Map<String, String> rows, int commits) throws SQLException {
        List<Twin> twins = new ArrayList<>();
        for (Map.Entry<String, String> each : rows.entrySet()) {
            twins.add(twin(each.getKey(), each.getValue()));
        }
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        for (int part = 0; part < commits; part++) {
            for (Twin twin : twins) {
                twin.insert(connection, part, commits);
            }
            connection.commit();
        }
        double seconds = Samples.secondsSince(start);
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (Twin twin : twins) {
                statement.execute("DROP TABLE " + twin.name());
            }
        }
        return seconds;
    }

    private Twin twin(String table, String where) throws SQLException {
        String name = "TWIN" + made++;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " AS SELECT * FROM " + table + " WITH NO DATA");
            int number = 0;
            for (List<String> columns : indexes(table)) {
                statement.execute("CREATE INDEX " + name + "_" + number++ + " ON " + name + " ("
                        + String.join(", ", columns) + ")");
            }
            try (ResultSet found = statement.executeQuery("SELECT * FROM " + table + " WHERE " + where)) {
                return Twin.read(name, found);
            }
        }
    }

    private List<List<String>> indexes(String table) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        String name = facts.storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
        Map<String, Map<Integer, String>> found = new TreeMap<>();
        try (ResultSet row = facts.getIndexInfo(null, null, name, false, true)) {
            while (row.next()) {
                if (row.getString("INDEX_NAME") != null) {
                    found.computeIfAbsent(row.getString("INDEX_NAME"), index -> new TreeMap<>())
                            .put(row.getInt("ORDINAL_POSITION"), row.getString("COLUMN_NAME"));
                }
            }
        }
        return found.values().stream()
                .map(columns -> List.copyOf(columns.values()))
                .distinct()
                .toList();
    }

    /** One table and its rows. */
    private record Twin(String name, int[] types, List<Object[]> rows) {

        static Twin read(String name, ResultSet found) throws SQLException {
            int[] types = new int[found.getMetaData().getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = found.getMetaData().getColumnType(i + 1);
            }
            List<Object[]> rows = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[types.length];
                for (int i = 0; i < types.length; i++) {
                    row[i] = switch (types[i]) {
                        case Types.CLOB -> found.getString(i + 1);
                        case Types.BLOB, Types.BINARY -> found.getBytes(i + 1);
                        default -> found.getObject(i + 1);
                    };
                }
                rows.add(row);
            }
            return new Twin(name, types, rows);
        }

        void insert(Connection connection, int part, int parts) throws SQLException {
            List<Object[]> some = rows.subList(
                    (int) ((long) rows.size() * part / parts), (int) ((long) rows.size() * (part + 1) / parts));
            String marks = String.join(", ", Collections.nCopies(types.length, "?"));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + name + " VALUES (" + marks + ")")) {
                int waiting = 0;
                for (Object[] row : some) {
                    set(insert, row);
                    insert.addBatch();
                    if (++waiting == BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
        }

        private void set(PreparedStatement insert, Object[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                if (row[i] == null) {
                    insert.setNull(i + 1, types[i]);
                } else if (row[i] instanceof String text) {
                    insert.setString(i + 1, text);
                } else if (row[i] instanceof byte[] bytes) {
                    insert.setBytes(i + 1, bytes);
                } else {
                    insert.setObject(i + 1, row[i]);
                }
            }
        }
    }
}
