package org.jutong.catalog.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jutong.audit.Origin;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into one plugin: its own few threads, its deadline, its count of faults. The threads are the bulkhead: a
 * call that does not end keeps its thread, and when all are kept the plugin is overloaded while its neighbours run.
 */
final class PluginLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLine.class);

    private final String plugin;
    private final CallLimits limits;
    private final ClassLoader loader;
    private final ThreadPoolExecutor threads;
    private final CircuitBreaker breaker;

    /** @param loader the plugin's, seen by its code as the thread's; may be {@code null} */
    PluginLine(String plugin, CallLimits limits, ClassLoader loader) {
        this.plugin = plugin;
        this.limits = limits;
        this.loader = loader;
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                limits.atOnce(),
                limits.atOnce(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                work -> thread(work, count.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
        breaker = CircuitBreaker.of(
                plugin,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(limits.window())
                        .minimumNumberOfCalls(limits.least())
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(limits.quarantine())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn(
                        "Plugin {}: calls {}",
                        plugin,
                        event.getStateTransition().getToState().name().toLowerCase(Locale.ROOT)));
    }

    <R> R call(SiteContext context, Function<SiteContext, R> work) throws PluginFault {
        if (!breaker.tryAcquirePermission()) {
            throw new PluginFault(about(context) + " is quarantined after repeated faults", null);
        }
        Turn<R> turn = new Turn<>(context, work);
        FutureTask<R> task = new FutureTask<>(turn::take);
        long start = System.nanoTime();
        try {
            threads.execute(task);
            R result = task.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (RejectedExecutionException full) {
            throw overloaded(context);
        } catch (TimeoutException late) {
            task.cancel(true);
            threads.remove(task);
            if (!turn.begun) {
                throw overloaded(context);
            }
            throw fault(context, "did not answer within " + limits.deadline().toMillis() + " ms", late, start);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Problem refusal) {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                throw refusal;
            }
            throw fault(context, "failed", failed.getCause(), start);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new PluginFault(about(context) + " was not waited for: the caller was stopped", stopped);
        }
    }

    /** Calls that run end as they would; none begins any more. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private PluginFault fault(SiteContext context, String what, Throwable cause, long start) {
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, cause);
        String message = about(context) + " " + what;
        LOG.warn(message, cause);
        return new PluginFault(message, cause);
    }

    private PluginFault overloaded(SiteContext context) {
        breaker.releasePermission();
        String message = about(context) + " is overloaded: " + limits.atOnce() + " calls are running";
        LOG.warn(message);
        return new PluginFault(message, null);
    }

    private static String about(SiteContext context) {
        return "Plugin " + context.plugin() + " on site " + context.site();
    }

    private Thread thread(Runnable work, int number) {
        Thread thread = new Thread(work, "plugin-" + plugin + "-" + number);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** One call, which comes from where its caller does; it remembers whether a thread was ever free for it. */
    private static final class Turn<R> {

        private final SiteContext context;
        private final Function<SiteContext, R> work;
        private final Origin origin = Origin.current();
        private volatile boolean begun;

        Turn(SiteContext context, Function<SiteContext, R> work) {
            this.context = context;
            this.work = work;
        }

        R take() {
            begun = true;
            Origin before = Origin.enter(origin);
            try {
                return work.apply(context);
            } finally {
                Origin.enter(before);
            }
        }
    }
}
