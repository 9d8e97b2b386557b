package org.jutong.itests.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The one platform that the tests of a run share, on the database that the run is for; started by the first to ask. */
public final class Shared {

    private static final Path WORK = Path.of(System.getProperty("jutong.work")).toAbsolutePath();
    private static Platform platform;
    private static Platform hunted;
    private static Map<String, String> huntedDatabase = Map.of();
    private static EmbeddedPostgres postgres;

    private Shared() {}

    /** Derby, or PostgreSQL where the run is for it. */
    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("jutong.it.database"));
    }

    /** The platform; stopped when the run is over. */
    public static synchronized Platform platform() {
        if (platform == null) {
            Map<String, String> database = onPostgres() ? freshPostgres() : Map.of();
            platform = Platform.start(folder("shared"), database);
        }
        return platform;
    }

    /** The one for tests that go through everything and leave it as it may be; the others share {@link #platform}. */
    public static synchronized Platform hunted() {
        if (hunted == null) {
            huntedDatabase = onPostgres() ? freshPostgres() : Map.of();
            hunted = Platform.start(folder("hunted"), huntedDatabase);
        }
        return hunted;
    }

    /** The database of {@link #hunted}; only on PostgreSQL, because Derby's belongs to the platform alone. */
    public static synchronized Connection huntedDatabase() throws SQLException {
        return DriverManager.getConnection(
                huntedDatabase.get("JUTONG_DB_URL"),
                huntedDatabase.get("JUTONG_DB_USER"),
                huntedDatabase.get("JUTONG_DB_PASSWORD"));
    }

    /** A new folder for a platform of a test's own. */
    public static Path folder(String name) {
        try {
            Files.createDirectories(WORK);
            return Files.createTempDirectory(WORK, name + "-").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment that points a platform at an empty PostgreSQL database. */
    public static synchronized Map<String, String> freshPostgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
            }
            String name = "it" + System.nanoTime();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return Map.of(
                    "JUTONG_DB_URL",
                    "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name,
                    "JUTONG_DB_USER",
                    "postgres",
                    "JUTONG_DB_PASSWORD",
                    "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what the run has started. */
    static synchronized void close() {
        try {
            if (platform != null) {
                platform.close();
            }
            if (hunted != null) {
                hunted.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
