package org.jutong.shell.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Problem;

/** Reads what was typed after a command's name. Options may stand anywhere; after {@code --} everything is a value. */
record ArgumentValues(OperatorCommand command) {

    static final String HELP = "--help";
    private static final String END_OF_OPTIONS = "--";

    static boolean isOption(Argument argument) {
        return argument.name().startsWith("--");
    }

    /** Whether help is asked for instead of the command. */
    static boolean asksForHelp(List<String> typed) {
        int end = typed.indexOf(END_OF_OPTIONS);
        return typed.subList(0, end < 0 ? typed.size() : end).contains(HELP);
    }

    /** @throws Problem one of the four ways in which what was typed is not what the command declares */
    Map<String, String> read(List<String> typed) {
        Map<String, String> values = new HashMap<>();
        List<String> positional = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(typed);
        while (!rest.isEmpty()) {
            String next = rest.pop();
            if (next.equals(END_OF_OPTIONS)) {
                positional.addAll(rest);
                rest.clear();
            } else if (next.startsWith("--")) {
                readOption(next, rest, values);
            } else {
                positional.add(next);
            }
        }
        readPositional(positional, values);
        requireComplete(values);
        return values;
    }

    private void readOption(String typed, Deque<String> rest, Map<String, String> values) {
        int equals = typed.indexOf('=');
        String name = equals < 0 ? typed : typed.substring(0, equals);
        Argument option = command.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("option_unknown", name, name, command.name()));
        if (equals >= 0) {
            values.put(name, typed.substring(equals + 1));
        } else if (option.kind() == Kind.FLAG) {
            values.put(name, "true");
        } else if (rest.isEmpty()) {
            throw Problem.invalid("option_value_missing", name, name);
        } else {
            values.put(name, rest.pop());
        }
    }

    private void readPositional(List<String> typed, Map<String, String> values) {
        List<Argument> declared = command.arguments().stream()
                .filter(argument -> !isOption(argument))
                .toList();
        if (typed.size() > declared.size()) {
            String surplus = typed.get(declared.size());
            throw Problem.invalid("argument_unexpected", surplus, surplus, command.name());
        }
        for (int i = 0; i < typed.size(); i++) {
            values.put(declared.get(i).name(), typed.get(i));
        }
    }

    private void requireComplete(Map<String, String> values) {
        command.arguments().stream()
                .filter(argument -> argument.required() && !values.containsKey(argument.name()))
                .findFirst()
                .ifPresent(missing -> {
                    throw Problem.invalid(
                            "argument_missing", missing.name(), missing.name(), missing.description(), command.name());
                });
    }
}
