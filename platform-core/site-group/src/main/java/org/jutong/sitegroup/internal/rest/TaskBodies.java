package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.util.List;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Task;

/** The shapes of tasks in REST. */
public final class TaskBodies {

    private TaskBodies() {}

    /** A task. */
    public record TaskView(
            long id,
            String kind,
            String site,
            String state,
            int done,
            int total,
            String by,
            Instant at,
            Instant ended,
            String code,
            String words) {

        static TaskView of(Task task) {
            return new TaskView(
                    task.id(),
                    task.kind(),
                    task.site().map(SiteCode::value).orElse(null),
                    task.state().id(),
                    task.done(),
                    task.total(),
                    task.by(),
                    task.at(),
                    task.ended().orElse(null),
                    task.code().orElse(null),
                    task.words().orElse(null));
        }
    }

    /** A page of tasks. */
    public record TaskList(List<TaskView> items, String next) {}

    /** What became of an item. */
    public record LineView(int position, String item, String outcome, String code, String words) {

        static LineView of(Task.Line line) {
            return new LineView(
                    line.position(), line.item(), line.outcome(), line.code().orElse(null), line.words());
        }
    }

    /** A page of them. */
    public record LineList(List<LineView> items, String next) {}
}
