package org.jutong.audit.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jutong.plugin.Problem;

/**
 * What waits to be stored. The writer or the waiting caller claims it, never both: a caller that has given up leaves
 * no entry behind.
 */
final class Pending {

    private final List<String> content;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Pending(List<String> content) {
        this.content = content;
    }

    List<String> content() {
        return content;
    }

    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void stored() {
        end.complete(null);
    }

    void failed() {
        end.completeExceptionally(unavailable());
    }

    /** Returns when it is stored; an interrupt waits until then. */
    void await(Duration patience) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    end.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    if (claim()) {
                        throw unavailable();
                    }
                    // it is being written: how that ends must be known
                    deadline = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
                } catch (ExecutionException e) {
                    throw unavailable();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static Problem unavailable() {
        return Problem.of(503, "audit_unavailable");
    }
}
