package org.jutong.sitegroup.internal.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.internal.PushWords;

/** The words of the site group's commands, keys {@code shell.sitegroup.…}. */
record Words(Texts texts) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    String say(String key, Object... arguments) {
        return texts.say(Texts.CHINESE, "shell.sitegroup." + key, Arrays.asList(arguments));
    }

    Argument argument(String name, Kind kind) {
        return new Argument(name, say("argument." + name), kind, true);
    }

    Argument option(String name, Kind kind) {
        return new Argument("--" + name, say("argument." + name), kind, false);
    }

    Argument flag(String name) {
        return new Argument("--" + name, say("argument." + name), Kind.FLAG, false);
    }

    String name(Enum<?> value) {
        return say("name." + value.name().toLowerCase(Locale.ROOT));
    }

    Table table(List<List<String>> rows, String... columns) {
        return Table.of(
                Arrays.stream(columns).map(column -> say("column." + column)).toList(), rows);
    }

    /** What becomes of sites by a push. */
    Table targets(List<Target> targets) {
        return table(
                targets.stream()
                        .map(target -> List.of(
                                target.site().value(), target.column(), PushWords.of(texts, Texts.CHINESE, target)))
                        .toList(),
                "code",
                "column",
                "words");
    }

    static String time(Instant time) {
        return MINUTE.format(time);
    }

    /** @throws Problem {@code otherwise} (404) where it is no number of anything */
    static long number(String typed, String otherwise) {
        if (!typed.matches("\\d{1,18}")) {
            throw Problem.notFound(otherwise, typed.length() > 20 ? typed.substring(0, 20) : typed);
        }
        return Long.parseLong(typed);
    }

    static int limit(Map<String, String> values, int usual) {
        String given = values.getOrDefault("--limit", Integer.toString(usual));
        if (!given.matches("[1-9]\\d{0,4}")) {
            throw Problem.invalid("limit_invalid", "limit", 99_999);
        }
        return Integer.parseInt(given);
    }
}
