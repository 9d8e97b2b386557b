package org.jutong.identity.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of once a day, the first time a minute after the start; what fails is tried again tomorrow. Thread-safe. */
public final class Daily {

    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);
    private static final long FIRST_MINUTE = 1;

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService thread;

    /** @param name of the job, as its thread and the log have it */
    public Daily(String name, Runnable work) {
        this.name = name;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(job -> {
            Thread made = new Thread(job, "jutong-" + name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Call once. */
    public void start() {
        thread.scheduleWithFixedDelay(
                this::runQuietly, FIRST_MINUTE, Duration.ofDays(1).toMinutes(), TimeUnit.MINUTES);
    }

    public void stop() {
        thread.shutdownNow();
    }

    private void runQuietly() {
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        try {
            work.run();
        } catch (RuntimeException e) {
            // an exception would end the schedule
            LOG.error("The daily job {} failed", name, e);
        } finally {
            Origin.enter(before);
        }
    }

    /**
     * A setting in days.
     *
     * @param given what is set, or {@code null}
     * @throws IllegalStateException where it is no number from {@code least} to {@code most}
     */
    public static Duration days(String variable, String given, int usual, int least, int most) {
        String text = Optional.ofNullable(given).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return Duration.ofDays(usual);
        }
        int days = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (days < least || days > most) {
            throw new IllegalStateException(
                    variable + " must be a number of days from " + least + " to " + most + ", not " + given);
        }
        return Duration.ofDays(days);
    }
}
