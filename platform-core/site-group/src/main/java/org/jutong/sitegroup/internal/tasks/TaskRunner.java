package org.jutong.sitegroup.internal.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jutong.audit.Origin;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.store.Held;
import org.jutong.sitegroup.internal.store.TaskRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on tasks, one at a time on this node. A task is held for half a minute and held again while it goes on; when
 * the node dies, another one takes it over after that time and goes on from its mark.
 */
@Component(service = TaskRunner.class, immediate = true)
public final class TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration HOLD = Duration.ofSeconds(30);
    private static final long LOOK_SECONDS = 1;
    private static final long HOLD_AGAIN_SECONDS = 5;

    private final Store store;
    private final TaskRows rows;
    private final Texts texts;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Optional<ScheduledExecutorService> threads;
    private volatile long running;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<TaskWork> kinds = List.of();

    /** Looks for work every second. */
    @Activate
    public TaskRunner(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Texts texts,
            @Reference Clock clock) {
        this(store, texts, clock, true);
    }

    /** @param alone whether it looks for work by itself */
    TaskRunner(Store store, Texts texts, Clock clock, boolean alone) {
        this.store = store;
        this.rows = new TaskRows(store);
        this.texts = texts;
        this.clock = clock;
        this.threads = alone ? Optional.of(start()) : Optional.empty();
    }

    /** One that works only when it is told to, on these kinds. */
    public static TaskRunner standing(Store store, Texts texts, Clock clock, List<TaskWork> kinds) {
        TaskRunner runner = new TaskRunner(store, texts, clock, false);
        runner.kinds = List.copyOf(kinds);
        return runner;
    }

    private ScheduledExecutorService start() {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2, work -> {
            Thread made = new Thread(work, "jutong-tasks");
            made.setDaemon(true);
            return made;
        });
        pool.scheduleWithFixedDelay(this::runAll, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        pool.scheduleWithFixedDelay(this::holdAgain, HOLD_AGAIN_SECONDS, HOLD_AGAIN_SECONDS, TimeUnit.SECONDS);
        pool.scheduleWithFixedDelay(() -> due.set(true), 1, 1, TimeUnit.SECONDS);
        return pool;
    }

    @Deactivate
    void stop() {
        threads.ifPresent(pool -> {
            pool.shutdownNow();
            rows.release(node);
        });
    }

    private void holdAgain() {
        long id = running;
        try {
            if (id != 0) {
                rows.hold(id, node, clock.instant().plus(HOLD));
            }
        } catch (RuntimeException e) {
            LOG.warn("The hold on task {} could not be renewed", id, e);
        }
    }

    /** Works until there is nothing left to do. */
    public void runAll() {
        try {
            for (Optional<Held> next = take(); next.isPresent(); next = take()) {
                run(next.get());
            }
        } catch (RuntimeException e) {
            LOG.error("Tasks could not be looked for", e);
        }
    }

    private Optional<Held> take() {
        List<String> known = kinds.stream().map(TaskWork::kind).toList();
        if (known.isEmpty() || Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return rows.take(node, known, now, now.plus(HOLD));
    }

    private void run(Held held) {
        long id = held.task().id();
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        running = id;
        TaskRun run = new TaskRun(store, held, node, () -> due.getAndSet(false));
        try {
            String words = work(held.task().kind()).run(run);
            run.write();
            rows.end(id, node, Task.State.DONE, clock.instant(), Optional.empty(), Optional.of(words));
        } catch (TaskRun.Stopped stopped) {
            LOG.info("Task {} was stopped or went to another node", id);
        } catch (Problem refusal) {
            fail(run, id, refusal);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.error("Task {} failed", id, e);
            fail(run, id, Problem.of(500, "task_broken", String.valueOf(id)));
        } finally {
            running = 0;
            Origin.enter(before);
        }
    }

    private TaskWork work(String kind) {
        return kinds.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.of(503, "task_kind_gone", kind));
    }

    private void fail(TaskRun run, long id, Problem why) {
        try {
            run.write();
        } catch (RuntimeException e) {
            LOG.warn("How far task {} came could not be written down", id, e);
        }
        String words = texts.say(Texts.CHINESE, "problem." + why.code(), why.arguments());
        rows.end(id, node, Task.State.FAILED, clock.instant(), Optional.of(why.code()), Optional.of(words));
    }
}
