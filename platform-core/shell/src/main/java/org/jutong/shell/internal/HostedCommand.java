package org.jutong.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of our commands as Karaf knows commands. It prints a table or one sentence; a refusal or a fault is one sentence
 * too, thrown as the {@link CommandException} that Karaf prints as it stands and answers SSH with exit status 1 for.
 */
final class HostedCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(HostedCommand.class);

    private final OperatorCommand command;
    private final String scope;
    private final String verb;
    private final ShellFrame frame;

    HostedCommand(OperatorCommand command, ShellFrame frame) {
        this.command = command;
        String[] parts = command.name().split(":", 2);
        this.scope = parts[0];
        this.verb = parts[1];
        this.frame = frame;
    }

    @Override
    public String getScope() {
        return scope;
    }

    @Override
    public String getName() {
        return verb;
    }

    @Override
    public String getDescription() {
        return command.description();
    }

    @Override
    public Completer getCompleter(boolean scoped) {
        return new CommandCompleter(command, scoped ? verb : command.name(), frame.completion());
    }

    @Override
    public Parser getParser() {
        return null;
    }

    @Override
    public Object execute(Session session, List<Object> arguments) throws CommandException {
        Locale locale = frame.language().of(session);
        List<String> typed = arguments.stream().map(Objects::toString).toList();
        try {
            if (ArgumentValues.asksForHelp(typed)) {
                print(session, frame.help().lines(locale, command));
            } else {
                print(session, TableText.lines(run(session, new ArgumentValues(command).read(typed))));
            }
            return null;
        } catch (Problem refusal) {
            throw sentence(Stream.concat(
                            Stream.of(frame.texts().say(locale, refusal)),
                            refusal.faults().stream().map(f -> frame.texts().say(locale, f.text(), f.arguments())))
                    .collect(Collectors.joining("\n- ")));
        } catch (RuntimeException | LinkageError fault) {
            LOG.error("Command {} failed", command.name(), fault);
            throw sentence(frame.texts().say(locale, "shell.host.internal-error", List.of(command.name())));
        }
    }

    private Table run(Session session, Map<String, String> values) {
        try (ProgressLine progress = new ProgressLine(session)) {
            return frame.door().run(command, values, progress);
        }
    }

    private static void print(Session session, List<String> lines) {
        PrintStream out = session.getConsole();
        lines.forEach(out::println);
        out.flush();
    }

    private static CommandException sentence(String words) {
        return new CommandException(words, words);
    }
}
