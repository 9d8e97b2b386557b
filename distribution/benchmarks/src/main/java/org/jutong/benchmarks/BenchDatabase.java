package org.jutong.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jutong.itests.platform.Shared;

/**
 * The database of a run: what a platform is told of it, and a connection for yardsticks while no platform runs. A
 * PostgreSQL of its own with durable commits, or the platform's embedded Derby.
 */
final class BenchDatabase implements AutoCloseable {

    private final String name;
    private final Path data;
    private final EmbeddedPostgres server;

    private BenchDatabase(String name, Path data, EmbeddedPostgres server) {
        this.name = name;
        this.data = data;
        this.server = server;
    }

    /** @param kind {@code derby} or {@code postgresql} */
    static BenchDatabase start(String kind) throws IOException {
        Path data = Shared.folder("sites-" + kind);
        return switch (kind) {
            case "derby" -> new BenchDatabase("Derby", data, null);
            case "postgresql" ->
                new BenchDatabase(
                        "PostgreSQL",
                        data,
                        EmbeddedPostgres.builder()
                                // off in its defaults, and then nothing is on the disk when a commit returns
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("fsync", "on")
                                .setServerConfig("full_page_writes", "on")
                                .setDataDirectory(Shared.folder("sites-server").resolve("data"))
                                .start());
            default -> throw new IllegalArgumentException("derby or postgresql, not " + kind);
        };
    }

    /** Its name for readers. */
    String title() {
        return name;
    }

    /** The data folder of the platform. */
    Path data() {
        return data;
    }

    /** What the platform's environment says of it. */
    Map<String, String> environment() {
        return server == null
                ? Map.of()
                : Map.of(
                        "JUTONG_DB_URL",
                        server.getJdbcUrl("postgres", "postgres"),
                        "JUTONG_DB_USER",
                        "postgres",
                        "JUTONG_DB_PASSWORD",
                        "postgres");
    }

    /** Work on a connection while no platform runs. */
    <R> R bare(Work<R> work) throws SQLException {
        if (server != null) {
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                return work.on(connection);
            }
        }
        String url = "jdbc:derby:" + data.resolve("db");
        try (Connection connection = DriverManager.getConnection(url)) {
            return work.on(connection);
        } finally {
            shutDown(url);
        }
    }

    private static void shutDown(String url) {
        try (Connection none = DriverManager.getConnection(url + ";shutdown=true")) {
            throw new IllegalStateException("Derby gave a connection instead of shutting down: " + none);
        } catch (SQLException expected) {
            // Derby answers a shutdown with an exception
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** What is done on the connection. */
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }
}
