package org.jutong.shell.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;

/** Completes a command's name, then its options and values by what it declares. */
final class CommandCompleter implements Completer {

    private final OperatorCommand command;
    private final String name;
    private final Completion completion;

    /** @param name as it is typed: with its scope, or without where the shell is in that scope */
    CommandCompleter(OperatorCommand command, String name, Completion completion) {
        this.command = command;
        this.name = name;
        this.completion = completion;
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<Candidate> found = new ArrayList<>();
        completeCandidates(session, line, found);
        found.forEach(candidate -> candidates.add(candidate.value()));
        return 0;
    }

    @Override
    public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        String[] words = line.getArguments();
        int cursor = line.getCursorArgumentIndex();
        if (cursor == 0) {
            candidates.add(new Candidate(name, name, null, command.description(), null, null, true));
        } else if (isThisCommand(words[0])) {
            String typed = cursor < words.length ? words[cursor] : "";
            candidates.addAll(arguments(Arrays.asList(words).subList(1, Math.min(cursor, words.length)), typed));
        }
    }

    private boolean isThisCommand(String word) {
        return word.equals(name) || word.equals(command.name());
    }

    private List<Candidate> arguments(List<String> before, String typed) {
        Map<Kind, String> known = new EnumMap<>(Kind.class);
        List<Argument> positional = new ArrayList<>(command.arguments().stream()
                .filter(argument -> !ArgumentValues.isOption(argument))
                .toList());
        Argument waiting = null;
        for (String word : before) {
            if (waiting != null) {
                known.put(waiting.kind(), word);
                waiting = null;
            } else if (word.startsWith("--")) {
                waiting = option(word)
                        .filter(option -> option.kind() != Kind.FLAG)
                        .orElse(null);
            } else if (!positional.isEmpty()) {
                known.put(positional.remove(0).kind(), word);
            }
        }
        if (waiting != null) {
            return completion.values(waiting, typed, known);
        }
        if (typed.startsWith("-") || positional.isEmpty()) {
            return options(before);
        }
        return completion.values(positional.get(0), typed, known);
    }

    private Optional<Argument> option(String word) {
        return command.arguments().stream()
                .filter(argument -> argument.name().equals(word))
                .findFirst();
    }

    private List<Candidate> options(List<String> before) {
        return command.arguments().stream()
                .filter(argument -> ArgumentValues.isOption(argument) && !before.contains(argument.name()))
                .map(option ->
                        new Candidate(option.name(), option.name(), null, option.description(), null, null, true))
                .toList();
    }
}
