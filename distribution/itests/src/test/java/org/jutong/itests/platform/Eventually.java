package org.jutong.itests.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on its own time, such as a dropped file being found. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** Returns when it holds; fails after 20 s. */
    public static void holds(BooleanSupplier condition, String what) {
        holds(PATIENCE, condition, what);
    }

    /** Returns when it holds; fails after that time. */
    public static void holds(Duration patience, BooleanSupplier condition, String what) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
