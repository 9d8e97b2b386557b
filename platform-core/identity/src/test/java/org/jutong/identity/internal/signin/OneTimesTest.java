package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.persistence.Store;

class OneTimesTest {

    private final TestClock clock = new TestClock();
    private final Sealing sealing = new Sealing(Optional.of("A".repeat(43) + "="), Path.of("target"));

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsKeptComesBackOnceInTimeAndForItsPurpose(Databases database) {
        Store store = database.empty();
        StoredOneTimes one = new StoredOneTimes(store, sealing, clock);
        StoredOneTimes other = new StoredOneTimes(store, sealing, clock);
        String key = one.keep("first", "内容", Duration.ofSeconds(60));

        assertThat(key).hasSize(43);
        assertThat(other.take("second", key)).isEmpty();
        assertThat(other.take("first", key)).contains("内容");
        assertThat(other.take("first", key)).isEmpty();
        assertThat(one.take("first", key)).isEmpty();

        String late = one.keep("first", "late", Duration.ofSeconds(60));
        clock.pass(Duration.ofSeconds(60));
        assertThat(one.take("first", late)).isEmpty();
        for (String wrong : List.of("", "\0", "x".repeat(10_000))) {
            assertThat(one.take("first", wrong)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theDatabaseHasNeitherTheKeyNorTheContent(Databases database) {
        Store store = database.empty();
        String key = new StoredOneTimes(store, sealing, clock).keep("first", "plain content", Duration.ofSeconds(60));

        Object[] row = store.read(em -> em.createQuery("SELECT o.keyHash, o.content FROM OneTimeRow o", Object[].class)
                .getSingleResult());
        assertThat(row[0].toString()).hasSize(64).doesNotContain(key);
        assertThat(row[1].toString()).doesNotContain("plain content");
    }
}
