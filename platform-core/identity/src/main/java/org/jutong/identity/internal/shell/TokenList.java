package org.jutong.identity.internal.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jutong.identity.Accounts;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.signin.OwnToken;
import org.jutong.identity.internal.signin.StoredTokens;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:tokens}. */
@Component(service = OperatorCommand.class)
public final class TokenList implements OperatorCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final StoredTokens tokens;
    private final Managed managed;

    @Activate
    public TokenList(@Reference StoredTokens tokens, @Reference Accounts accounts) {
        this.tokens = tokens;
        this.managed = new Managed(accounts);
    }

    @Override
    public String name() {
        return "identity:tokens";
    }

    @Override
    public String description() {
        return "列出一个账号的接口令牌。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("username", "用户名", Kind.TEXT, true));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String username = managed.require(actor, values.get("username"));
        return Table.of(
                List.of("编号", "名称", "权限", "有效期至", "最近使用"),
                tokens.of(username).stream().map(TokenList::row).toList());
    }

    private static List<String> row(OwnToken token) {
        return List.of(
                token.id(),
                token.name(),
                String.join(" ", token.permissions()),
                TIME.format(token.expires()),
                token.lastUsed().map(TIME::format).orElse("从未"));
    }
}
