package org.jutong.audit;

import java.util.Objects;

/**
 * Where what a thread does came from. Set at the platform's doors (web, shell, jobs) and carried along where work
 * changes threads.
 *
 * @param channel which door
 * @param address the network address of the caller, empty where there is none
 */
public record Origin(Channel channel, String address) {

    /** The platform itself: a thread that came through no door. */
    public static final Origin PLATFORM = new Origin(Channel.PLATFORM, "");

    private static final ThreadLocal<Origin> CURRENT = ThreadLocal.withInitial(() -> PLATFORM);

    public Origin {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(address, "address");
    }

    /** The doors. The names are stored. */
    public enum Channel {
        PORTAL,
        REST,
        SHELL,
        JOB,
        PLATFORM
    }

    /** That of this thread. */
    public static Origin current() {
        return CURRENT.get();
    }

    /** Sets that of this thread and returns the one before, to be set again in a {@code finally}. */
    public static Origin enter(Origin origin) {
        Origin before = CURRENT.get();
        if (origin.equals(PLATFORM)) {
            CURRENT.remove();
        } else {
            CURRENT.set(origin);
        }
        return before;
    }
}
