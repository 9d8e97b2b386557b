package org.jutong.search.internal.shell;

import java.util.Arrays;
import java.util.List;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;

/** The words of the search's commands, keys {@code shell.search.…}. */
record Words(Texts texts) {

    String say(String key, Object... arguments) {
        return texts.say(Texts.CHINESE, "shell.search." + key, Arrays.asList(arguments));
    }

    Argument argument(String name, Kind kind, boolean required) {
        return new Argument(name, say("argument." + name.replace("--", "")), kind, required);
    }

    Table table(List<List<String>> rows, String... columns) {
        return Table.of(
                Arrays.stream(columns).map(column -> say("column." + column)).toList(), rows);
    }
}
