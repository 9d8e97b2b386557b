package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.rights.ScopeWords;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:list}. */
@Component(service = OperatorCommand.class)
public final class AccountList implements OperatorCommand {

    private final Accounts accounts;

    @Activate
    public AccountList(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "identity:list";
    }

    @Override
    public String description() {
        return "列出账号及其角色。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return Table.of(
                List.of("用户名", "姓名", "角色", "状态"),
                accounts.list(actor).stream().map(AccountList::row).toList());
    }

    private static List<String> row(Account account) {
        return List.of(
                account.username(),
                account.displayName(),
                account.grants().stream().map(AccountList::words).collect(Collectors.joining("，")),
                switch (account.state()) {
                    case ACTIVE -> "启用";
                    case DISABLED -> "停用";
                    case DORMANT -> "休眠";
                });
    }

    private static String words(Grant grant) {
        return grant.role() + "@" + ScopeWords.of(grant.scope());
    }
}
