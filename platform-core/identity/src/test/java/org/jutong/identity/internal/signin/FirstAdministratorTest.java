package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.Store;

class FirstAdministratorTest {

    @TempDir
    Path folder;

    private final Store store = Databases.DERBY.empty();
    private final Sealing sealing = new Sealing(Optional.of("A".repeat(43) + "="), Path.of("target"));
    private final Passwords passwords = new Passwords(64, 1);

    private void start(Optional<String> given, Path data) {
        start(given, Optional.empty(), data);
    }

    private void start(Optional<String> given, Optional<String> secret, Path data) {
        TestClock clock = new TestClock();
        SecondFactors factors = new SecondFactors(store, sealing, clock);
        new FirstAdministrator(store, passwords, factors, clock, given, secret, data);
    }

    private boolean adminHas(String password) {
        return passwords.matches(password, credential().passwordHash());
    }

    private StoredCredential credential() {
        return new CredentialTable(store).find("admin").orElseThrow();
    }

    @Test
    void aMadeUpPasswordIsLeftForItsOwnerOnlyAndOnlyOnce() throws IOException {
        Path data = folder.resolve("data");
        start(Optional.empty(), data);

        Path file = data.resolve("first-password.txt");
        String password = Files.readString(file).strip();
        assertThat(password).hasSize(20).doesNotContainAnyWhitespaces();
        assertThat(adminHas(password)).isTrue();
        assertThat(credential().changeOwed()).as("seen on a screen").isTrue();
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
        assertThat(credential().changeOwed()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aShortPasswordIsRefusedAndNoAccountIsMade() {
        assertThatThrownBy(() -> start(Optional.of("short"), folder)).hasMessageContaining("JUTONG_ADMIN_PASSWORD");

        assertThat(new AccountTable(store).all()).isEmpty();
    }

    @Test
    void aPasswordThatAnybodyWouldTryIsRefused() {
        for (String common : List.of("administrator", "1234567890123456", "jutong-admin-1")) {
            assertThatThrownBy(() -> start(Optional.of(common), folder))
                    .as(common)
                    .hasMessageContaining("JUTONG_ADMIN_PASSWORD");
        }
    }

    @Test
    void aGivenSecretIsTheSecondFactorAndAShortOneIsRefused() {
        assertThatThrownBy(() -> start(Optional.empty(), Optional.of("A".repeat(31)), folder))
                .hasMessageContaining("JUTONG_ADMIN_TOTP");
        assertThat(new AccountTable(store).all()).isEmpty();

        start(Optional.of("given by the environment"), Optional.of("A".repeat(32)), folder);

        assertThat(sealing.open(credential().secret().orElseThrow(), "admin")).isEqualTo(new byte[20]);
        assertThat(credential().secret().orElseThrow()).doesNotContain("AAAAAAAAAAAA");
    }

    @Test
    void whereThePasswordCannotBeLeftNoAccountIsMade() throws IOException {
        Path file = Files.createFile(folder.resolve("not-a-folder"));

        assertThatThrownBy(() -> start(Optional.empty(), file)).hasMessageContaining("first password");

        assertThat(new AccountTable(store).all()).isEmpty();
    }
}
