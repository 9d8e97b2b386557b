package org.jutong.identity.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.jutong.persistence.internal.schema.Changelog;
import org.jutong.persistence.internal.schema.Migrations;
import org.jutong.persistence.internal.source.Database;
import org.jutong.persistence.internal.source.DatabaseAddress;

/** A database of the time when a grant was a person, a role and a site. */
class OldGrantsTest {

    private static final String CHANGELOG = "JUTONG-INF/schema/changelog.yaml";
    private static final String FIRST_NEW = "  - changeSet:\n      id: citizens-1-accounts";

    @Test
    void grantsOfOldOutliveTheMoveOnDerby() throws Exception {
        System.getProperties().putIfAbsent("derby.stream.error.file", "target/derby.log");
        try (Database database =
                Database.open(new DatabaseAddress("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true", "", ""))) {
            moved(database.source());
        }
    }

    @Test
    void grantsOfOldOutliveTheMoveOnPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Database database =
                        Database.open(new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", ""))) {
            moved(database.source());
        }
    }

    private static void moved(DataSource source) throws SQLException, IOException {
        String changelog = changelog();
        migrate(source, changelog.substring(0, changelog.indexOf(FIRST_NEW)));
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            for (String name : List.of("admin", "guiyang", "zhang")) {
                sql.execute(
                        "INSERT INTO ID_ACCOUNT (USERNAME, DISPLAY_NAME, PASSWORD_HASH, DISABLED, CREATED) VALUES ('"
                                + name + "', '某人', 'hash', FALSE, '2026-01-02 03:04:05')");
            }
            for (String grant : List.of(
                    "'admin', 'administrator', '*'",
                    "'guiyang', 'administrator', '5201000001'",
                    "'zhang', 'editor', '5201000001'",
                    "'zhang', 'site-owner', '5203000001'")) {
                sql.execute("INSERT INTO ID_GRANT (USERNAME, ROLE_ID, SITE) VALUES (" + grant + ")");
            }
        }

        migrate(source, changelog);

        assertThat(rows(
                        source,
                        "SELECT USERNAME, ROLE_ID, SCOPE_KIND, SITE, GIVEN_BY FROM ID_GRANTED"
                                + " ORDER BY USERNAME, ROLE_ID"))
                .containsExactly(
                        tuple("admin", "administrator", "everywhere", null, "@system"),
                        tuple("guiyang", "administrator", "site", "5201000001", "@system"),
                        tuple("guiyang", "local-administrator", "site", "5201000001", "@system"),
                        tuple("zhang", "editor", "site", "5201000001", "@system"),
                        tuple("zhang", "site-owner", "site", "5203000001", "@system"));
        assertThat(rows(source, "SELECT COUNT(DISTINCT ID), MIN(GIVEN_AT), MAX(GIVEN_AT) FROM ID_GRANTED"))
                .allSatisfy(row -> assertThat(row.toList().get(0)).isEqualTo("5"))
                .allSatisfy(row -> assertThat(row.toList().get(1).toString()).startsWith("2026-01-02 03:04:05"));
        assertThat(rows(source, "SELECT DISTINCT SOURCE, DORMANT FROM ID_ACCOUNT"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.toList().get(0)).isEqualTo("local"));
    }

    private static void migrate(DataSource source, String changelog) {
        Map<String, byte[]> files = Map.of(CHANGELOG, changelog.getBytes(StandardCharsets.UTF_8));
        new Migrations(source, Clock.systemUTC()).apply(new Changelog("identity", new TreeMap<>(files)));
    }

    private static String changelog() throws IOException {
        try (InputStream in = AccountTable.class.getClassLoader().getResourceAsStream(CHANGELOG)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Tuple> rows(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            List<Tuple> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(new Tuple(row.toArray()));
            }
            return rows;
        }
    }
}
