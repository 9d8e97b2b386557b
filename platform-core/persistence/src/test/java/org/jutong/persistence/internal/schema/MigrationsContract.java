package org.jutong.persistence.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.jutong.persistence.testing.TestStores;

/** The tables follow their changelog, once, whatever happened to the process before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MigrationsContract {

    private static final String SQL =
            "--liquibase formatted sql\n--changeset jutong:1\nCREATE TABLE TEA (ID BIGINT NOT NULL PRIMARY KEY);\n";

    private TestStores database;
    private Migrations migrations;
    private int tests;
    private String owner;
    private String table;
    private String sql;

    abstract TestStores open();

    @BeforeAll
    void openDatabase() {
        database = open();
        migrations = new Migrations(database.source(), Clock.systemUTC());
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void aBundleOfItsOwn() {
        tests++;
        table = "TEA" + tests;
        owner = "org.jutong.tea" + tests;
        sql = SQL.replace("TEA", table);
    }

    @Test
    void theSameChangelogRunsOnce() throws SQLException {
        migrations.apply(changelog(owner, sql));
        migrations.apply(changelog(owner, sql));
        assertThat(number("SELECT COUNT(*) FROM DATABASECHANGELOG WHERE FILENAME LIKE '" + owner + "/%'"))
                .isEqualTo(1);
    }

    @Test
    void aLongerChangelogRunsItsNewPart() throws SQLException {
        migrations.apply(changelog(owner, sql));
        migrations.apply(
                changelog(owner, sql + "--changeset jutong:2\nALTER TABLE " + table + " ADD COLUMN LEAF BIGINT;\n"));
        assertThat(number("SELECT COUNT(LEAF) FROM " + table)).isZero();
    }

    @Test
    void twoBundlesMayUseTheSameIds() throws SQLException {
        migrations.apply(changelog(owner, sql));
        migrations.apply(changelog("org.jutong.cup", sql.replace(table, "CUP")));
        assertThat(number("SELECT COUNT(*) FROM CUP")).isZero();
    }

    @Test
    void aChangedOldChangesetIsLoudAndChangesNothing() {
        migrations.apply(changelog(owner, sql));
        Changelog tampered = changelog(owner, sql.replace("BIGINT", "INTEGER"));
        assertThatThrownBy(() -> migrations.apply(tampered))
                .isInstanceOf(SchemaFault.class)
                .hasMessageContaining(owner)
                .hasMessageContaining("check sum");
        assertThatThrownBy(() -> migrations.apply(tampered)).isInstanceOf(SchemaFault.class);
        assertThatCode(() -> migrations.apply(changelog(owner, sql))).doesNotThrowAnyException();
    }

    @Test
    void aBrokenChangesetIsLoudAndRunsAgainWhenMended() throws SQLException {
        assertThatThrownBy(() -> migrations.apply(changelog(owner, sql.replace("BIGINT", "NONSENSE"))))
                .isInstanceOf(SchemaFault.class);
        migrations.apply(changelog(owner, sql));
        assertThat(number("SELECT COUNT(*) FROM " + table)).isZero();
    }

    @Test
    void theLockOfAKilledProcessDoesNotBlock() throws SQLException {
        database.sql("UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'a killed one'");
        migrations.apply(changelog(owner, sql));
        assertThat(number("SELECT COUNT(*) FROM " + table)).isZero();
    }

    @Test
    void aBundleWithoutAChangelogNeedsNothing() throws SQLException {
        migrations.apply(new Changelog("org.jutong.none", new TreeMap<>()));
        assertThat(number("SELECT COUNT(*) FROM JUTONG_SCHEMA WHERE BUNDLE = 'org.jutong.none'"))
                .isZero();
    }

    private static Changelog changelog(String owner, String sql) {
        String root = "databaseChangeLog:\n  - include: {file: tables/all.sql, relativeToChangelogFile: true}\n";
        return new Changelog(
                owner,
                new TreeMap<>(Map.of(Changelog.ROOT, root, Changelog.FOLDER + "tables/all.sql", sql).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8)))));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
