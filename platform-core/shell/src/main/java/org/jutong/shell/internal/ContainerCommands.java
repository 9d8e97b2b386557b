package org.jutong.shell.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.ShellUtil;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.plugin.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records the container's own commands that somebody gives at the shell: their names alone, because arguments may be
 * secrets. Our own commands are recorded by what they do.
 */
@Component(service = CommandSessionListener.class)
public final class ContainerCommands implements CommandSessionListener {

    private static final Pattern NAME = Pattern.compile("(?:^|[\\s|;({])([a-z][a-z0-9-]*:[a-z][a-z0-9-]*)");

    private final Registry registry;
    private final Accounts accounts;
    private final Audit audit;

    @Activate
    public ContainerCommands(@Reference SessionFactory sessions, @Reference Accounts accounts, @Reference Audit audit) {
        this.registry = sessions.getRegistry();
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public void beforeExecute(CommandSession session, CharSequence line) {
        // recorded afterwards, when it is known how it ended
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence line, Exception failure) {
        List<String> names = containerCommands(line);
        Optional<Actor> actor = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .flatMap(accounts::find)
                .map(Account::actor);
        if (names.isEmpty() || actor.isEmpty()) {
            return;
        }
        Origin before = Origin.enter(new Origin(Origin.Channel.SHELL, ShellClient.address()));
        try {
            String object = "command:" + String.join(" ", names);
            String fault = failure == null ? "" : failure.getClass().getSimpleName();
            if (failure == null) {
                audit.record(Event.done(Action.CONTAINER_COMMAND, actor.get(), object));
            } else if (failure instanceof SecurityException || fault.equals("CommandNotFoundException")) {
                audit.record(Event.denied(Action.CONTAINER_COMMAND, actor.get(), object, fault));
            } else {
                audit.record(Event.failed(Action.CONTAINER_COMMAND, actor.get(), object, fault));
            }
        } finally {
            Origin.enter(before);
        }
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence line, Object result) {
        afterExecute(session, line, (Exception) null);
    }

    /** The commands of a line that exist and are not ours. */
    private List<String> containerCommands(CharSequence line) {
        return NAME.matcher(line)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(this::isTheContainers)
                .limit(5)
                .toList();
    }

    private boolean isTheContainers(String name) {
        String[] parts = name.split(":", 2);
        Command found = registry.getCommand(parts[0], parts[1]);
        return found != null && !(found instanceof HostedCommand);
    }
}
