package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jutong.audit.Origin;
import org.jutong.catalog.PluginFault;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;

@Timeout(30)
class PluginLineTest {

    private static final SiteContext GUIYANG = TestStores.site("5201000001", "interaction");

    private final ClassLoader loader = new ClassLoader() {};
    private PluginLine line = line(Duration.ofSeconds(5), Duration.ofMinutes(5));

    @AfterEach
    void stop() {
        line.close();
    }

    @Test
    void a_call_runs_on_a_daemon_thread_of_the_plugins_own() throws Exception {
        Thread thread = line.call(GUIYANG, site -> Thread.currentThread());
        assertThat(thread.getName()).startsWith("plugin-interaction-");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(line.<ClassLoader>call(
                        GUIYANG, site -> Thread.currentThread().getContextClassLoader()))
                .isSameAs(loader);
    }

    @Test
    void a_call_comes_from_where_its_caller_does() throws Exception {
        Origin door = new Origin(Origin.Channel.REST, "192.0.2.7");
        Origin before = Origin.enter(door);
        try {
            assertThat(line.<Origin>call(GUIYANG, site -> Origin.current())).isEqualTo(door);
        } finally {
            Origin.enter(before);
        }
        assertThat(line.<Origin>call(GUIYANG, site -> Origin.current())).isEqualTo(Origin.PLATFORM);
    }

    @Test
    void a_refusal_passes_through_and_is_no_fault() throws Exception {
        Problem refusal = Problem.notFound("letter_not_found");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> line.call(GUIYANG, site -> {
                        throw refusal;
                    }))
                    .isSameAs(refusal);
        }
        assertThat(line.<String>call(GUIYANG, site -> "fine")).isEqualTo("fine");
    }

    @Test
    void repeated_faults_quarantine_the_plugin() {
        fail(5);
        AtomicBoolean called = new AtomicBoolean();
        assertThatThrownBy(() -> line.call(GUIYANG, site -> called.getAndSet(true)))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("quarantined")
                .hasMessageContaining("interaction")
                .hasMessageContaining("5201000001");
        assertThat(called).isFalse();
    }

    @Test
    void quarantine_ends() {
        line.close();
        line = line(Duration.ofSeconds(5), Duration.ofMillis(1));
        fail(5);
        assertThatNoException().isThrownBy(() -> {
            while (!answers()) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void the_cause_of_a_fault_is_kept_even_an_error() {
        assertThatThrownBy(() -> line.call(GUIYANG, site -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(PluginFault.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_late_call_is_given_up_and_interrupted() throws Exception {
        line.close();
        line = line(Duration.ofMillis(100), Duration.ofMinutes(5));
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> line.call(GUIYANG, site -> hang(interrupted)))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("did not answer within 100 ms");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void more_calls_than_it_may_have_are_refused_and_that_is_no_fault_of_the_plugin() throws Exception {
        int most = 2 + 1;
        int callers = 23;
        CountDownLatch refused = new CountDownLatch(callers - most);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> runsUntil(refused)));
            }
            int ran = 0;
            for (Future<Boolean> call : calls) {
                ran += call.get() ? 1 : 0;
            }
            assertThat(ran).isEqualTo(most);
            assertThat(answers()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    /** A call that ends when all that are too many have been refused. */
    private boolean runsUntil(CountDownLatch refused) {
        try {
            return line.call(GUIYANG, site -> await(refused));
        } catch (PluginFault fault) {
            assertThat(fault).hasMessageContaining("overloaded");
            refused.countDown();
            return false;
        }
    }

    private boolean answers() {
        try {
            return line.call(GUIYANG, site -> true);
        } catch (PluginFault fault) {
            return false;
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> line.call(GUIYANG, site -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(PluginFault.class)
                    .hasMessageContaining("failed");
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static boolean hang(CountDownLatch interrupted) {
        try {
            return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            interrupted.countDown();
            return false;
        }
    }

    private PluginLine line(Duration deadline, Duration quarantine) {
        return new PluginLine("interaction", new CallLimits(deadline, 2, 1, 10, 5, quarantine), loader);
    }
}
