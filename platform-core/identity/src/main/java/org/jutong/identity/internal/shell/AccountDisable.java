package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.Accounts;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:disable}. */
@Component(service = OperatorCommand.class)
public final class AccountDisable implements OperatorCommand {

    private final Accounts accounts;

    @Activate
    public AccountDisable(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "identity:disable";
    }

    @Override
    public String description() {
        return "停用账号，其会话立即结束。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(Arguments.USERNAME);
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String username = values.get("username");
        accounts.setDisabled(actor, username, true);
        return Table.sentence("账号 " + username + " 已停用。");
    }
}
