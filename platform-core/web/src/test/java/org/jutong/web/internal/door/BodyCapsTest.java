package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyCapsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/session, 16",
        "/api/v1/session/password, 16",
        "/api/v1/citizens/verification, 16",
        "/api/v1/users, 64",
        "/api/v1/organisations, 64",
        "/api/v1/organisations/import, 5120",
        "/api/v1/sites/5201000001/articles, 1024",
        "/api/v1/sites/5201000001/imports, 1024",
        "/api/v1/sites/5201000001/imports/archives, 524288",
        "/api/v1/plugins/interaction/sites/5201000001/letters, 1024",
        "/sites/5201000001/plugins/interaction/letters/new, 1024"
    })
    void the_longest_start_that_fits_decides(String path, long kilobytes) {
        assertThat(BodyCaps.of(path)).isEqualTo(kilobytes * 1024);
    }
}
