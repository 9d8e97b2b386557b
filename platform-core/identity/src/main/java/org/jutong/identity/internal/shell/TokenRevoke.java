package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.Accounts;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.signin.StoredTokens;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:revoke-token}. */
@Component(service = OperatorCommand.class)
public final class TokenRevoke implements OperatorCommand {

    private final StoredTokens tokens;
    private final Managed managed;

    @Activate
    public TokenRevoke(@Reference StoredTokens tokens, @Reference Accounts accounts) {
        this.tokens = tokens;
        this.managed = new Managed(accounts);
    }

    @Override
    public String name() {
        return "identity:revoke-token";
    }

    @Override
    public String description() {
        return "撤销一个账号的接口令牌，立即失效。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                new Argument("username", "用户名", Kind.TEXT, true), new Argument("token", "令牌编号", Kind.TEXT, true));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String username = managed.require(actor, values.get("username"));
        tokens.revoke(actor, username, values.get("token"));
        return Table.sentence("令牌已撤销。");
    }
}
