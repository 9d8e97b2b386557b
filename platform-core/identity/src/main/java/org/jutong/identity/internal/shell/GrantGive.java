package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.rights.StoredGrants;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:grant}. */
@Component(service = OperatorCommand.class)
public final class GrantGive implements OperatorCommand {

    private static final String GROUP = "group:";

    private final StoredGrants grants;

    @Activate
    public GrantGive(@Reference StoredGrants grants) {
        this.grants = grants;
    }

    @Override
    public String name() {
        return "identity:grant";
    }

    @Override
    public String description() {
        return "向用户（或 group: 开头的用户组）授予角色。";
    }

    @Override
    public String permission() {
        return "identity.grant";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Arguments.USERNAME,
                Arguments.ROLE,
                Arguments.PLACE,
                Arguments.COLUMN,
                Arguments.ORGANISATION,
                Arguments.UNTIL,
                Arguments.REASON);
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String name = values.get("username");
        Holder holder =
                name.startsWith(GROUP) ? new Holder.Group(name.substring(GROUP.length())) : new Holder.User(name);
        NewGrant wanted = new NewGrant(
                values.get("role"),
                Arguments.scope(values),
                Optional.empty(),
                Arguments.until(values),
                values.getOrDefault("--reason", ""));
        return Table.sentence("已授权，编号 " + grants.give(actor, holder, wanted).id() + "。");
    }
}
