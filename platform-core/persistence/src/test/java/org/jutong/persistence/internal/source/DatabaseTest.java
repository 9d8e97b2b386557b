package org.jutong.persistence.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path data;

    @Test
    void aClosedDatabaseIsShutDownAndOpensAgainWithItsData() throws SQLException {
        try (Database database = open()) {
            run(database, "CREATE TABLE T (N INT)");
            run(database, "INSERT INTO T VALUES (7)");
        }
        assertThat(data.resolve("db/db.lck")).doesNotExist();
        try (Database database = open();
                Connection connection = database.source().getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT N FROM T")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void anEmptyFolderIsNoHindrance() throws Exception {
        Files.createDirectories(data.resolve("db"));
        open().close();
        assertThat(data.resolve("db/service.properties")).exists();
    }

    @Test
    void whatAnInterruptedCreationLeftIsNoHindrance() throws Exception {
        Files.createDirectories(data.resolve("db/seg0"));
        Files.createDirectories(data.resolve("db/log"));
        open().close();
        assertThat(data.resolve("db/service.properties")).exists();
    }

    @Test
    void aFolderWithOtherThingsInItIsLeftAlone() throws Exception {
        Path letter = data.resolve("db/letter.txt");
        Files.createDirectories(letter.getParent());
        Files.writeString(letter, "precious");
        assertThatThrownBy(this::open).isInstanceOf(SQLException.class);
        assertThat(letter).hasContent("precious");
    }

    @Test
    void theReservedConnectionsAreThereWhenAllOthersAreTaken() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try (Database database = open()) {
            for (int i = 0; i < 16; i++) {
                taken.add(database.source().getConnection());
            }
            try (Connection reserved = database.reserved().getConnection()) {
                assertThat(reserved.isValid(1)).isTrue();
            }
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private Database open() throws SQLException {
        return Database.open(new DatabaseAddress("jdbc:derby:" + data.resolve("db") + ";create=true", "", ""));
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
