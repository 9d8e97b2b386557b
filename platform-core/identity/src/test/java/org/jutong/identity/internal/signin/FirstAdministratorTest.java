package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.persistence.Store;

class FirstAdministratorTest {

    @TempDir
    Path folder;

    private final Store store = Databases.DERBY.empty();
    private final Passwords passwords = new Passwords(64, 1);

    private void start(Optional<String> given, Path data) {
        new FirstAdministrator(store, passwords, new TestClock(), given, data);
    }

    private boolean adminHas(String password) {
        return passwords.matches(password, new AccountTable(store).all().get(0).passwordHash());
    }

    @Test
    void aMadeUpPasswordIsLeftForItsOwnerOnlyAndOnlyOnce() throws IOException {
        Path data = folder.resolve("data");
        start(Optional.empty(), data);

        Path file = data.resolve("first-password.txt");
        String password = Files.readString(file).strip();
        assertThat(password).hasSize(20).doesNotContainAnyWhitespaces();
        assertThat(adminHas(password)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(data.toFile().list()).containsExactly("first-password.txt");

        Files.delete(file);
        start(Optional.empty(), data);
        assertThat(file).doesNotExist();
    }

    @Test
    void aGivenPasswordIsLeftNowhere() {
        start(Optional.of("given by the environment"), folder);

        assertThat(adminHas("given by the environment")).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aShortPasswordIsRefusedAndNoAccountIsMade() {
        assertThatThrownBy(() -> start(Optional.of("short"), folder)).hasMessageContaining("JUTONG_ADMIN_PASSWORD");

        assertThat(new AccountTable(store).all()).isEmpty();
    }

    @Test
    void whereThePasswordCannotBeLeftNoAccountIsMade() throws IOException {
        Path file = Files.createFile(folder.resolve("not-a-folder"));

        assertThatThrownBy(() -> start(Optional.empty(), file)).hasMessageContaining("first password");

        assertThat(new AccountTable(store).all()).isEmpty();
    }
}
