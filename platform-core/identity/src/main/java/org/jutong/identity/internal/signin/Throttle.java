package org.jutong.identity.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jutong.identity.internal.store.ThrottleTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds guessing: 5 failures for a name, 30 for an address, within 15 minutes of the first. Counts are in the
 * database, so a restart forgives nobody. Thread-safe.
 */
@Component(service = Throttle.class)
public final class Throttle {

    static final int PER_NAME = 5;
    static final int PER_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);
    private static final int LONGEST_SUBJECT = 64;

    private final ThrottleTable table;
    private final Clock clock;

    @Activate
    public Throttle(@Reference(target = "(osgi.unit.name=identity)") Store store, @Reference Clock clock) {
        this.table = new ThrottleTable(store);
        this.clock = clock;
    }

    /** @throws Problem {@code too_many_attempts} (429) with the seconds to wait */
    public void requirePatience(String username, String address) {
        requireBelow(PER_NAME, name(username));
        requireBelow(PER_ADDRESS, address(address));
    }

    /** Counts a failed sign-in; one at a time, or two first failures would insert the same row. */
    public synchronized void failed(String username, String address) {
        Instant now = clock.instant();
        Instant windowStart = now.minus(WINDOW);
        table.deleteBefore(windowStart);
        table.count(name(username), now, windowStart);
        table.count(address(address), now, windowStart);
        table.find(address(address))
                .filter(failures -> failures.count() == PER_ADDRESS)
                .ifPresent(
                        failures -> LOG.warn("{} failed sign-ins from {}: refused for a while", PER_ADDRESS, address));
    }

    /** Forgets the name's failures; the address keeps its own, or one good account would buy endless guesses. */
    public void succeeded(String username) {
        table.clear(name(username));
    }

    /** Whether the name must wait now. */
    public boolean isLocked(String username) {
        return left(PER_NAME, name(username)).isPresent();
    }

    private void requireBelow(int limit, String subject) {
        left(limit, subject).ifPresent(left -> {
            throw Problem.of(429, "too_many_attempts", left.toSeconds() + 1);
        });
    }

    private Optional<Duration> left(int limit, String subject) {
        Instant now = clock.instant();
        return table.find(subject)
                .filter(failures -> failures.count() >= limit)
                .map(failures -> Duration.between(now, failures.since().plus(WINDOW)))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    private static String name(String username) {
        return "name:" + cut(username.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return "address:" + cut(address);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_SUBJECT ? text.substring(0, LONGEST_SUBJECT) : text;
    }
}
