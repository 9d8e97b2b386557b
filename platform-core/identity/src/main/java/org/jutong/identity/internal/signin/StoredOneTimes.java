package org.jutong.identity.internal.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jutong.identity.OneTimes;
import org.jutong.identity.internal.store.OneTimeTable;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One-times in the database, for all nodes. */
@Component(service = OneTimes.class)
public final class StoredOneTimes implements OneTimes {

    private static final int LONGEST_CONTENT = 1000;
    private static final int LONGEST_KEY = 64;

    private final OneTimeTable table;
    private final Sealing sealing;
    private final Clock clock;

    @Activate
    public StoredOneTimes(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Sealing sealing,
            @Reference Clock clock) {
        this.table = new OneTimeTable(store);
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public String keep(String purpose, String content, Duration life) {
        if (content.length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException("content of " + content.length() + " characters");
        }
        Instant now = clock.instant();
        String key = Secrets.make();
        String hash = hash(purpose, key);
        table.insert(hash, sealing.seal(content.getBytes(StandardCharsets.UTF_8), hash), now.plus(life), now);
        return key;
    }

    @Override
    public Optional<String> take(String purpose, String key) {
        if (key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        String hash = hash(purpose, key);
        return table.take(hash, clock.instant())
                .map(content -> new String(sealing.open(content, hash), StandardCharsets.UTF_8));
    }

    private static String hash(String purpose, String key) {
        return Secrets.hash(purpose + " " + key);
    }
}
