package org.jutong.shell.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.identity.Authority;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;

/**
 * The shell's door: who gives the command, do they hold the right that it declares, and what is written down of it.
 * A command whose right nobody declares is refused to everybody.
 */
record ShellDoor(SignedIn signedIn, Authority authority, Audit audit) {

    Table run(OperatorCommand command, Map<String, String> values, Consumer<String> progress) {
        Origin before = Origin.enter(new Origin(Origin.Channel.SHELL, signedIn.address()));
        Actor actor = Actor.ANONYMOUS;
        try {
            actor = signedIn.actor();
            admit(actor, command.anyOf());
            return command.run(actor, values, progress);
        } catch (Problem refusal) {
            if (refusal.status() == 401 || refusal.status() == 403 || refusal.status() == 429) {
                audit.record(Event.denied(Action.ACCESS_ATTEMPT, actor, "command:" + command.name(), refusal.code()));
            }
            throw refusal;
        } finally {
            Origin.enter(before);
        }
    }

    private void admit(Actor actor, Set<String> anyOf) {
        if (anyOf.contains(OperatorCommand.SIGNED_IN)) {
            return;
        }
        if (!anyOf.stream().allMatch(authority::isDeclared)) {
            throw Problem.forbidden("permission_undeclared");
        }
        if (anyOf.stream().noneMatch(permission -> authority.allowsSomewhere(actor, permission))) {
            throw Problem.forbidden("forbidden_anywhere", String.join(", ", new TreeSet<>(anyOf)));
        }
    }
}
