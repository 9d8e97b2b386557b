package org.jutong.sitegroup.internal.shell;

import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.columns.ColumnRequest;

/** What the commands that change a site's own columns have in common. */
abstract class ColumnCommand implements OperatorCommand {

    final Words words;
    private final String verb;

    ColumnCommand(Words words, String verb) {
        this.words = words;
        this.verb = verb;
    }

    @Override
    public String name() {
        return "column:" + verb;
    }

    @Override
    public String description() {
        return words.say("column-" + verb);
    }

    @Override
    public String permission() {
        return "site.manage";
    }

    static SiteCode site(Map<String, String> values) {
        return new SiteCode(values.get("site"));
    }

    static ColumnRequest request(String key, String title, Map<String, String> values) {
        return new ColumnRequest(
                key,
                title,
                orNone(values.get("--above")),
                values.get("--type"),
                orNone(values.get("--clock")),
                position(values.get("--position")),
                null,
                null);
    }

    /** A hyphen says that there is to be none; an empty word is hard to type at a shell. */
    private static String orNone(String given) {
        return "-".equals(given) ? "" : given;
    }

    private static Integer position(String given) {
        if (given == null) {
            return null;
        }
        if (!given.matches("\\d{1,6}")) {
            throw Problem.invalid("position_invalid", "position");
        }
        return Integer.valueOf(given);
    }
}
