package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedHashTest {

    @TempDir
    Path data;

    @Test
    void theKeyIsMadeOnceAndIsForThePlatformsUserAlone() throws IOException {
        String before = new KeyedHash(Optional.empty(), data).of("contact", "13800000000");

        assertThat(new KeyedHash(Optional.empty(), data).of("contact", "13800000000"))
                .isEqualTo(before)
                .hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(KeyedHash.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherKeyOrAnotherKindGivesAnotherHash() {
        KeyedHash one = new KeyedHash(Optional.empty(), data.resolve("one"));
        KeyedHash other = new KeyedHash(Optional.empty(), data.resolve("other"));

        assertThat(one.of("contact", "13800000000"))
                .isNotEqualTo(other.of("contact", "13800000000"))
                .isNotEqualTo(one.of("code", "13800000000"));
    }

    @Test
    void aKeyThatIsTooShortOrNoKeyAtAllStopsThePlatform() {
        String weak = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> new KeyedHash(Optional.of(weak), data)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new KeyedHash(Optional.of("hello!"), data)).isInstanceOf(IllegalStateException.class);
        assertThat(new KeyedHash(Optional.of(Base64.getEncoder().encodeToString(new byte[32])), data).of("contact", ""))
                .isNotBlank();
        assertThat(data.resolve(KeyedHash.FILE)).doesNotExist();
    }
}
