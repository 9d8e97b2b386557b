package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

class AttemptsTest {

    private static final Actor ACTOR = new Actor("li.ming", "李明");

    private final List<Event> events = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private final Attempts attempts = new Attempts(
            event -> {
                events.add(event);
                origins.add(Origin.current());
            },
            clock);

    @AfterEach
    void stop() {
        attempts.close();
    }

    @Test
    void the_first_is_recorded_at_once_and_those_like_it_as_one_when_the_minute_is_over() {
        for (int i = 0; i < 500; i++) {
            attempt("192.0.2.1", "/a");
        }
        assertThat(events).containsExactly(denied("/a"));

        clock.pass(Duration.ofSeconds(59));
        attempts.sweep();
        assertThat(events).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        attempts.sweep();
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isEqualTo(denied("/a").saying("forbidden, 499 more"));
        assertThat(origins).containsOnly(new Origin(Origin.Channel.REST, "192.0.2.1"));

        attempt("192.0.2.1", "/a");
        assertThat(events).hasSize(3);
    }

    @Test
    void other_people_other_addresses_and_other_things_are_recorded_each() {
        attempt("192.0.2.1", "/a");
        attempt("192.0.2.2", "/a");
        attempt("192.0.2.1", "/b");
        assertThat(events).hasSize(3);
        clock.pass(Duration.ofMinutes(2));
        attempts.sweep();
        assertThat(events).as("nothing came again, so there is no sum").hasSize(3);
    }

    @Test
    void who_tries_ever_new_things_gets_one_entry_for_the_rest() {
        for (int i = 0; i < 10_000; i++) {
            attempt("192.0.2.1", "/" + i);
        }
        assertThat(events).hasSize(31);
        assertThat(events.get(30).object()).isEqualTo("*");
        clock.pass(Duration.ofMinutes(1));
        attempts.sweep();
        assertThat(events).hasSize(32);
        assertThat(events.get(31).detail()).isEqualTo("various, 9969 more");
        attempt("192.0.2.1", "/again");
        assertThat(events.get(32).object()).isEqualTo("/again");
    }

    @Test
    void a_crowd_of_addresses_cannot_flood_it_either() {
        for (int i = 0; i < 50_000; i++) {
            attempt("10." + i / 65536 % 256 + "." + i / 256 % 256 + "." + i % 256, "/a");
        }
        assertThat(events).hasSizeLessThan(5_010);
    }

    @Test
    void what_is_still_counted_is_recorded_when_the_platform_stops() {
        attempt("192.0.2.1", "/a");
        attempt("192.0.2.1", "/a");
        attempts.close();
        assertThat(events).hasSize(2);
    }

    @Test
    void a_refusal_stands_although_it_cannot_be_recorded() {
        Attempts mute = new Attempts(
                event -> {
                    throw Problem.of(503, "audit_unavailable");
                },
                clock);
        assertThatCode(() -> mute.record(denied("/a"))).doesNotThrowAnyException();
        mute.close();
    }

    private void attempt(String address, String object) {
        Origin before = Origin.enter(new Origin(Origin.Channel.REST, address));
        attempts.record(denied(object));
        Origin.enter(before);
    }

    private static Event denied(String object) {
        return Event.denied(Action.ACCESS_ATTEMPT, ACTOR, object, "forbidden");
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
