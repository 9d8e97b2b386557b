package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jutong.identity.Decision;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.rights.Explanations;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:explain}: yes or no, by which grant and through which path. */
@Component(service = OperatorCommand.class)
public final class Explain implements OperatorCommand {

    private final Explanations explanations;
    private final Texts texts;

    @Activate
    public Explain(@Reference Explanations explanations, @Reference Texts texts) {
        this.explanations = explanations;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "identity:explain";
    }

    @Override
    public String description() {
        return "说明某人能否在某处做某事，以及依据哪项授权、经由哪条路径。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public Set<String> anyOf() {
        return Explanations.ASKING;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Arguments.USERNAME,
                new Argument("permission", "权限，如 article.publish", Kind.TEXT, true),
                Arguments.PLACE,
                Arguments.COLUMN);
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String username = values.get("username");
        String permission = values.get("permission");
        Decision decision = explanations.explain(actor, username, permission, Arguments.scope(values), Texts.CHINESE);
        String answer = decision.allowed() ? "explain.yes" : "explain.no";
        return Table.of(
                List.of(texts.say(Texts.CHINESE, answer, List.of(username, permission))),
                decision.path().stream()
                        .map(step -> List.of(texts.say(Texts.CHINESE, "explain." + step.key(), step.arguments())))
                        .toList());
    }
}
