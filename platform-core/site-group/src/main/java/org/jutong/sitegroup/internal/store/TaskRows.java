package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Task;

/** The stored tasks. */
public final class TaskRows {

    private final Store store;

    /** Over the site group's tables. */
    public TaskRows(Store store) {
        this.store = store;
    }

    /** A new one, waiting. */
    public Task add(String kind, Optional<SiteCode> site, String input, Actor by, Instant at) {
        return store.write(em -> {
            TaskRow row = new TaskRow(kind, site, input, by, at);
            em.persist(row);
            em.flush();
            return row.task();
        });
    }

    /** The task, or empty. */
    public Optional<Task> find(long id) {
        return store.read(em -> Optional.ofNullable(em.find(TaskRow.class, id)).map(TaskRow::task));
    }

    /** Newest first, numbers below {@code before}. */
    public List<Task> newest(Optional<SiteCode> site, long before, int limit) {
        return store.read(em -> {
            TypedQuery<TaskRow> query = em.createQuery(
                    "SELECT t FROM SiteTask t WHERE t.id < :before"
                            + site.map(s -> " AND t.site = :site").orElse("") + " ORDER BY t.id DESC",
                    TaskRow.class);
            site.ifPresent(s -> query.setParameter("site", s.value()));
            return query.setParameter("before", before)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(TaskRow::task)
                    .toList();
        });
    }

    /** Whether the site has a task that is not over. */
    public boolean isWorkedOn(SiteCode site) {
        return store.read(em -> em.createQuery(
                                "SELECT COUNT(t) FROM SiteTask t WHERE t.site = :site AND t.state IN ('WAITING', 'RUNNING')",
                                Long.class)
                        .setParameter("site", site.value())
                        .getSingleResult()
                > 0);
    }

    /**
     * Takes the oldest that waits, or whose node has let go of it; empty where there is none.
     *
     * @param kinds those that this node can do, at least one
     */
    public Optional<Held> take(String node, Collection<String> kinds, Instant now, Instant until) {
        return store.write(em -> em.createQuery(
                        "SELECT t.id FROM SiteTask t WHERE t.kind IN :kinds AND (t.state = 'WAITING'"
                                + " OR t.state = 'RUNNING' AND t.heldUntil < :now) ORDER BY t.id",
                        Long.class)
                .setParameter("kinds", kinds)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(id -> em.find(TaskRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.isFree(now))
                .map(row -> {
                    row.hold(node, until);
                    return row.held();
                }));
    }

    /** Holds on to the task; false where it was stopped or another node took it. */
    public boolean hold(long id, String node, Instant until) {
        return store.write(em -> locked(em, id, node)
                .map(row -> {
                    row.hold(node, until);
                    return true;
                })
                .orElse(false));
    }

    /**
     * Writes down how far it is, with what was said, in the transaction that did the work.
     *
     * @return whether this node still holds it; where it does not, the work must be undone
     */
    public boolean progress(long id, String node, int done, int total, String mark, List<Task.Line> lines) {
        return store.write(em -> locked(em, id, node)
                .map(row -> {
                    row.progress(done, total, mark);
                    lines.forEach(line -> em.persist(new TaskLineRow(id, line)));
                    return true;
                })
                .orElse(false));
    }

    /** It is over. */
    public void end(long id, String node, Task.State how, Instant at, Optional<String> code, Optional<String> words) {
        store.change(
                em -> locked(em, id, node).ifPresent(row -> row.end(how, at, code.orElse(null), words.orElse(null))));
    }

    /** Stops it. */
    public Task cancel(long id, Instant at) {
        return changed(id, row -> {
            if (row.task().state().isOver()) {
                throw Problem.conflict("task_over", String.valueOf(id));
            }
            row.end(Task.State.CANCELLED, at, null, null);
        });
    }

    /** Lets it wait for a node again. */
    public Task resume(long id) {
        return changed(id, row -> {
            Task.State state = row.task().state();
            if (state != Task.State.FAILED && state != Task.State.CANCELLED) {
                throw Problem.conflict("task_not_stopped", String.valueOf(id));
            }
            row.await();
        });
    }

    /** Lets go of what this node holds, so that another one can go on at once. */
    public void release(String node) {
        store.change(em -> em.createQuery("SELECT t FROM SiteTask t WHERE t.node = :node", TaskRow.class)
                .setParameter("node", node)
                .getResultList()
                .forEach(TaskRow::await));
    }

    /** What became of the items. */
    public List<Task.Line> lines(long id, int after, int limit, Optional<String> outcome) {
        return store.read(em -> {
            TypedQuery<TaskLineRow> query = em.createQuery(
                    "SELECT l FROM SiteTaskLine l WHERE l.task = :task AND l.line > :after"
                            + outcome.map(o -> " AND l.outcome = :outcome").orElse("") + " ORDER BY l.line",
                    TaskLineRow.class);
            outcome.ifPresent(o -> query.setParameter("outcome", o));
            return query.setParameter("task", id)
                    .setParameter("after", after)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(TaskLineRow::said)
                    .toList();
        });
    }

    /** How many items ended in which way. */
    public Map<String, Long> outcomes(long id) {
        Map<String, Long> counts = new TreeMap<>();
        store.read(em -> em.createQuery(
                                "SELECT l.outcome, COUNT(l) FROM SiteTaskLine l WHERE l.task = :task GROUP BY l.outcome",
                                Object[].class)
                        .setParameter("task", id)
                        .getResultList())
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    private Task changed(long id, Consumer<TaskRow> change) {
        return store.write(em -> {
            TaskRow row = em.find(TaskRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            change.accept(row);
            em.flush();
            return row.task();
        });
    }

    private static Optional<TaskRow> locked(EntityManager em, long id, String node) {
        return Optional.ofNullable(em.find(TaskRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.isHeldBy(node));
    }
}
