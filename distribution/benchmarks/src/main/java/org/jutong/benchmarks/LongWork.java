package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.locks.LockSupport;
import org.jutong.itests.platform.Api;

/** A task of the platform, seen as whoever started it sees it. */
record LongWork(Api by, String path) {

    private static final long LOOK = 50_000_000;

    /** @param answer to the request that started it */
    static LongWork of(Api by, Api.Answer answer) {
        if (answer.status() != 202) {
            throw new IllegalStateException("Not started: " + answer.text());
        }
        return new LongWork(by, "/tasks/" + answer.json().path("id").asText());
    }

    /** Waits until it is over. */
    JsonNode await() {
        return await(Integer.MAX_VALUE);
    }

    /** Waits until it is over or this many items are done. */
    JsonNode await(int done) {
        while (true) {
            JsonNode now = now();
            switch (now.path("state").asText()) {
                case "done" -> {
                    return now;
                }
                case "waiting", "running" -> {
                    if (now.path("done").asInt() >= done) {
                        return now;
                    }
                    LockSupport.parkNanos(LOOK);
                }
                default -> throw new IllegalStateException("The task failed: " + now);
            }
        }
    }

    JsonNode now() {
        return by.get(path).json();
    }

    /** The same task, asked for in another session. */
    LongWork seenBy(Api other) {
        return new LongWork(other, path);
    }
}
