package org.jutong.sitegroup.internal.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.Tasks;

/** Tasks as the shell shows them. */
record ShownTasks(Tasks tasks, Words words) {

    /** A task may run on another node, so that only the database knows how far it is. */
    private static final Duration LOOK = Duration.ofMillis(500);

    Table table(List<Task> shown) {
        return words.table(
                shown.stream()
                        .map(task -> List.of(
                                Long.toString(task.id()),
                                task.kind(),
                                task.site().map(SiteCode::value).orElse(""),
                                words.say("task." + task.state().id()),
                                task.done() + "/" + task.total(),
                                Words.time(task.at()),
                                task.by(),
                                task.words().orElse("")))
                        .toList(),
                "task",
                "kind",
                "site",
                "state",
                "progress",
                "time",
                "by",
                "result");
    }

    /** The task as it is now or, where {@code --follow} was given, when it is over. */
    Table shown(Actor by, Task task, Map<String, String> given, Consumer<String> progress) {
        return table(List.of(given.containsKey("--follow") ? followed(by, task, progress) : task));
    }

    /** The task when it is over, or as it is when the person who waits is interrupted. */
    Task followed(Actor by, Task task, Consumer<String> progress) {
        Task now = task;
        while (!now.state().isOver()) {
            progress.accept(words.say("task." + now.state().id()) + " " + now.done() + "/" + now.total());
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return now;
            }
            now = tasks.get(by, task.id());
        }
        return now;
    }
}
