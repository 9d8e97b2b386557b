package org.jutong.persistence.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void derbyBelowTheDataFolderIsTheDefault() {
        assertThat(DatabaseAddress.of(Map.of(), name -> name.equals("jutong.data") ? "/srv/jutong" : null)
                        .url())
                .isEqualTo("jdbc:derby:/srv/jutong/db;create=true");
    }

    @Test
    void theEnvironmentCountsBeforeProperties() {
        DatabaseAddress address = DatabaseAddress.of(
                Map.of("JUTONG_DB_URL", "jdbc:postgresql://db/one", "JUTONG_DB_USER", ""), name -> name + "!");
        assertThat(address.url()).isEqualTo("jdbc:postgresql://db/one");
        assertThat(address.user()).isEqualTo("jutong.db.user!");
    }

    @Test
    void whatLogsShowHasNoPassword() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db:5432/one?user=u&password=secret", "u", "secret"))
                .hasToString("jdbc:postgresql://db:5432/one");
        assertThat(new DatabaseAddress("jdbc:derby:/data/db;user=u;password=secret", "u", "secret"))
                .hasToString("jdbc:derby:/data/db");
        assertThat(new DatabaseAddress("jdbc:postgresql://u:secret@db/one", "", ""))
                .hasToString("jdbc:postgresql://db/one");
    }
}
