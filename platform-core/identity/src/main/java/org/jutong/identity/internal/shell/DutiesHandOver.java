package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jutong.identity.Grant;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.rights.HandOver;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:hand-over}. */
@Component(service = OperatorCommand.class)
public final class DutiesHandOver implements OperatorCommand {

    private final HandOver duties;

    @Activate
    public DutiesHandOver(@Reference HandOver duties) {
        this.duties = duties;
    }

    @Override
    public String name() {
        return "identity:hand-over";
    }

    @Override
    public String description() {
        return "把某人的职责移交给他人：有截止日期为代理，没有则正式移交。";
    }

    @Override
    public String permission() {
        return "identity.grant";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Arguments.USERNAME,
                new Argument("to", "接手人的用户名", Kind.TEXT, true),
                new Argument("reason", "原因", Kind.TEXT, true),
                Arguments.UNTIL);
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String to = values.get("to");
        List<Grant> given = duties.handOver(
                actor, values.get("username"), to, Arguments.until(values), values.get("reason"), Set.of());
        return Table.sentence("已将 " + given.size() + " 项授权移交给 " + to + "。");
    }
}
