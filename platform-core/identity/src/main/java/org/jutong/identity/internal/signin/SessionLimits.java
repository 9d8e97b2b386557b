package org.jutong.identity.internal.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long sessions live.
 *
 * @param idle unused for so long, a session ends; {@code JUTONG_SESSION_IDLE_MINUTES}, 1 to 240, default 30
 * @param longest it ends after so long however busy; {@code JUTONG_SESSION_HOURS}, 1 to 24, default 12
 * @param perAccount the oldest ends when there would be more; {@code JUTONG_SESSIONS_PER_ACCOUNT}, 1 to 100, default 10
 */
public record SessionLimits(Duration idle, Duration longest, int perAccount) {

    /** @throws IllegalStateException for a value that is no number or out of its bounds: the platform does not start */
    static SessionLimits of(Map<String, String> environment) {
        return new SessionLimits(
                Duration.ofMinutes(number(environment, "JUTONG_SESSION_IDLE_MINUTES", 30, 240)),
                Duration.ofHours(number(environment, "JUTONG_SESSION_HOURS", 12, 24)),
                number(environment, "JUTONG_SESSIONS_PER_ACCOUNT", 10, 100));
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int most) {
        String given = Optional.ofNullable(environment.get(name)).orElse("").strip();
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("\\d{1,4}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > most) {
            throw new IllegalStateException(name + " must be a number from 1 to " + most + ", not " + given);
        }
        return Integer.parseInt(given);
    }
}
