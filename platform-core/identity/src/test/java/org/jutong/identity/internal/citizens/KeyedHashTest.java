package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.identity.internal.signin.Sealing;

class KeyedHashTest {

    @TempDir
    Path data;

    private KeyedHash in(String folder) {
        return new KeyedHash(new Sealing(Optional.empty(), data.resolve(folder)));
    }

    @Test
    void aRestartFindsWhatWasHashedBefore() {
        assertThat(in("one").of("contact", "13800000000"))
                .isEqualTo(in("one").of("contact", "13800000000"))
                .hasSize(64);
    }

    @Test
    void anotherKeyOrAnotherKindGivesAnotherHash() {
        assertThat(in("one").of("contact", "13800000000"))
                .isNotEqualTo(in("other").of("contact", "13800000000"))
                .isNotEqualTo(in("one").of("code", "13800000000"));
    }
}
