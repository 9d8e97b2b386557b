package org.jutong.sitegroup.internal.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.store.Held;
import org.jutong.sitegroup.internal.store.Json;
import org.jutong.sitegroup.internal.store.TaskRows;

/** One run of a task on this node. For the one thread that does the work. */
public final class TaskRun {

    private static final int MANY_LINES = 200;

    private final Store store;
    private final TaskRows rows;
    private final Held held;
    private final String node;
    private final BooleanSupplier due;
    private final List<Task.Line> lines = new ArrayList<>();
    private int done;
    private int total;
    private Optional<String> mark;

    /** @param due whether it is time to write down how far the work is */
    TaskRun(Store store, Held held, String node, BooleanSupplier due) {
        this.store = store;
        this.rows = new TaskRows(store);
        this.held = held;
        this.node = node;
        this.due = due;
        this.done = held.task().done();
        this.total = held.task().total();
        this.mark = held.mark();
    }

    /** The task left this node: somebody stopped it, or another node took it over. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The task is not held any more", null, false, false);
        }
    }

    /** What it was asked to do. */
    public <T> T input(Class<T> type) {
        return Json.read(held.input(), type);
    }

    /** The task's number. */
    public long id() {
        return held.task().id();
    }

    /** The site it works on. */
    public Optional<SiteCode> site() {
        return held.task().site();
    }

    /** Who asked for it. */
    public Actor by() {
        return held.by();
    }

    /** How far an earlier run came, in the words of the work; empty at the beginning. */
    public Optional<String> mark() {
        return held.mark();
    }

    /** How many items are done. */
    public int done() {
        return done;
    }

    /** Says how many items there are. */
    public void total(int items) {
        this.total = items;
        write();
    }

    /** What became of the next item. Written down from time to time, with the mark. */
    public void done(String item, String outcome, Optional<String> code, String words, String reached) {
        done++;
        lines.add(new Task.Line(done, item, outcome, code, words));
        mark = Optional.of(reached);
        if (due.getAsBoolean() || lines.size() >= MANY_LINES) {
            write();
        }
    }

    /** Some more items are done, and nothing is to be said of each. */
    public void done(int items, String reached) {
        done += items;
        mark = Optional.of(reached);
        if (due.getAsBoolean()) {
            write();
        }
    }

    /**
     * Does a piece of work and writes down what became of it in one transaction: after a crash both are there or
     * neither. Where it throws, nothing of it counts as done.
     */
    public void together(Runnable work) {
        together(Runnable::run, work);
    }

    /** The same inside the transaction that {@code around} makes. */
    public void together(Consumer<Runnable> around, Runnable work) {
        List<Task.Line> linesBefore = List.copyOf(lines);
        int doneBefore = done;
        Optional<String> markBefore = mark;
        try {
            around.accept(() -> store.change(em -> {
                work.run();
                write();
            }));
        } catch (RuntimeException e) {
            undo(linesBefore, doneBefore, markBefore);
            throw e;
        }
    }

    private void undo(List<Task.Line> linesBefore, int doneBefore, Optional<String> markBefore) {
        lines.clear();
        lines.addAll(linesBefore);
        done = doneBefore;
        mark = markBefore;
    }

    /** Writes down how far it is. */
    void write() {
        if (!rows.progress(held.task().id(), node, done, total, mark.orElse(null), List.copyOf(lines))) {
            throw new Stopped();
        }
        lines.clear();
    }
}
