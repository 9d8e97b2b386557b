package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.sitegroup.Task;

/** A command that comes to a task: it shows the task at once or, with {@code --follow}, when it is over. */
record TaskCommand(
        String name,
        String description,
        String permission,
        List<Argument> arguments,
        BiFunction<Actor, Map<String, String>, Task> work,
        ShownTasks shown)
        implements OperatorCommand {

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return run(actor, values, words -> {});
    }

    @Override
    public Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        return shown.shown(actor, work.apply(actor, values), values, progress);
    }
}
