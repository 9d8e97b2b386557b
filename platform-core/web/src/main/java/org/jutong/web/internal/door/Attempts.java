package org.jutong.web.internal.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what was refused and what failed, without letting anybody flood the record. The first attempt of a kind is
 * recorded at once, those like it within the minute after it as one entry with their number; a network that tries ever
 * new things gets one entry a minute for the rest of them. Thread-safe.
 */
@Component(service = Attempts.class)
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KINDS_OF_A_NETWORK = 30;
    private static final int KINDS = 5_000;

    private final Audit audit;
    private final Clock clock;
    private final Map<Kind, Fold> folds = new HashMap<>();
    private final Map<String, Integer> kindsOf = new HashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "jutong-attempts");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Attempts(@Reference Audit audit, @Reference Clock clock) {
        this.audit = audit;
        this.clock = clock;
        sweeper.scheduleWithFixedDelay(this::sweep, 5, 5, TimeUnit.SECONDS);
    }

    /** What is still counted is recorded before the platform ends. */
    @Deactivate
    void close() {
        sweeper.shutdownNow();
        end(Instant.MAX);
    }

    /** Records this attempt, which came from this thread's {@link Origin}, now or together with others like it. */
    void record(Event event) {
        count(new Kind(Origin.current(), event)).ifPresent(kind -> write(kind, kind.event));
    }

    /** Records what has come together in the minutes that are over. */
    void sweep() {
        end(clock.instant().minus(WINDOW));
    }

    /** The kind, where it is the first of it. */
    private synchronized Optional<Kind> count(Kind asked) {
        Kind kind = asked;
        if (!folds.containsKey(kind) && (folds.size() >= KINDS || kindsOf(kind) >= KINDS_OF_A_NETWORK)) {
            kind = asked.rest(folds.size() >= KINDS);
        }
        Fold known = folds.get(kind);
        if (known != null) {
            known.more++;
            return Optional.empty();
        }
        folds.put(kind, new Fold(clock.instant()));
        kindsOf.merge(kind.network(), 1, Integer::sum);
        return Optional.of(kind);
    }

    private int kindsOf(Kind kind) {
        return kindsOf.getOrDefault(kind.network(), 0);
    }

    private void end(Instant begunBefore) {
        Map<Kind, Long> sums = new HashMap<>();
        synchronized (this) {
            folds.entrySet().removeIf(entry -> {
                if (entry.getValue().began.isAfter(begunBefore)) {
                    return false;
                }
                if (entry.getValue().more > 0) {
                    sums.put(entry.getKey(), entry.getValue().more);
                }
                kindsOf.computeIfPresent(entry.getKey().network(), (network, kinds) -> kinds == 1 ? null : kinds - 1);
                return true;
            });
        }
        sums.forEach((kind, more) -> write(kind, kind.event.saying(kind.event.detail() + ", " + more + " more")));
    }

    /** A refusal stands although it could not be recorded. */
    private void write(Kind kind, Event event) {
        Origin before = Origin.enter(kind.origin);
        try {
            audit.record(event);
        } catch (Problem unavailable) {
            LOG.error(
                    "{} {} by \"{}\" could not be recorded",
                    event.outcome(),
                    event.object(),
                    event.actor().username());
        } finally {
            Origin.enter(before);
        }
    }

    private record Kind(Origin origin, Event event) {

        String network() {
            return Network.of(origin.address());
        }

        /** Whatever else its network tries, or everybody's. */
        Kind rest(boolean everybodys) {
            Event further = new Event(
                    event.action(),
                    event.outcome(),
                    Actor.ANONYMOUS,
                    Optional.empty(),
                    Optional.empty(),
                    "*",
                    "various");
            return new Kind(new Origin(origin.channel(), everybodys ? "" : network()), further);
        }
    }

    private static final class Fold {
        private final Instant began;
        private long more;

        Fold(Instant began) {
            this.began = began;
        }
    }
}
