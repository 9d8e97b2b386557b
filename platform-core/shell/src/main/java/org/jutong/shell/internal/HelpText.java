package org.jutong.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;

/** What {@code --help} prints. */
record HelpText(Texts texts) {

    List<String> lines(Locale locale, OperatorCommand command) {
        List<String> lines = new ArrayList<>();
        lines.add(command.description());
        lines.add("");
        lines.add(say(locale, "usage") + " " + command.name() + usage(command));
        add(lines, say(locale, "arguments"), rows(command, argument -> !ArgumentValues.isOption(argument)));
        List<List<String>> options = new ArrayList<>(rows(command, ArgumentValues::isOption));
        options.add(List.of(ArgumentValues.HELP, say(locale, "help")));
        add(lines, say(locale, "options"), options);
        return lines;
    }

    private static String usage(OperatorCommand command) {
        return command.arguments().stream().map(HelpText::usage).collect(Collectors.joining());
    }

    private static String usage(Argument argument) {
        boolean takesValue = ArgumentValues.isOption(argument) && argument.kind() != Kind.FLAG;
        String words = argument.name() + (takesValue ? " " + argument.kind() : "");
        return argument.required() ? " " + words : " [" + words + "]";
    }

    private static List<List<String>> rows(OperatorCommand command, Predicate<Argument> wanted) {
        return command.arguments().stream()
                .filter(wanted)
                .map(argument -> List.of(argument.name(), argument.description()))
                .toList();
    }

    private static void add(List<String> lines, String heading, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(heading);
            // the headings' lines of the table are not wanted here
            TableText.lines(Table.of(List.of("", ""), rows)).stream()
                    .skip(2)
                    .forEach(line -> lines.add("  " + line.replaceFirst(" │ ", "   ")));
        }
    }

    private String say(Locale locale, String key) {
        return texts.say(locale, "shell.host." + key);
    }
}
