package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.rights.StoredGrants;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:revoke}. */
@Component(service = OperatorCommand.class)
public final class GrantRevoke implements OperatorCommand {

    private final StoredGrants grants;

    @Activate
    public GrantRevoke(@Reference StoredGrants grants) {
        this.grants = grants;
    }

    @Override
    public String name() {
        return "identity:revoke";
    }

    @Override
    public String description() {
        return "收回授权，持有人的会话立即结束。";
    }

    @Override
    public String permission() {
        return "identity.grant";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("grant", "授权编号", Kind.TEXT, true), Arguments.REASON);
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        long id = Arguments.number("grant", values.get("grant"));
        grants.revoke(actor, id, values.getOrDefault("--reason", ""));
        return Table.sentence("已收回授权 " + id + "。");
    }
}
