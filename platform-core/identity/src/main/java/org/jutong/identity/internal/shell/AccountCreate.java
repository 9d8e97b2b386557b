package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.NewGrant;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.signin.Passwords;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:create}: the password is made up and shown this once; typed, it would stay in the history. */
@Component(service = OperatorCommand.class)
public final class AccountCreate implements OperatorCommand {

    private final Accounts accounts;
    private final Passwords passwords;

    @Activate
    public AccountCreate(@Reference Accounts accounts, @Reference Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "identity:create";
    }

    @Override
    public String description() {
        return "新建账号并授予一个角色，生成的密码只显示一次。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                new Argument("username", "用户名", Kind.TEXT, true),
                new Argument("role", "角色：administrator、operator、site-owner 或 editor", Kind.TEXT, true),
                new Argument("site", "在此站点及其下级有效", Kind.SITE, true),
                new Argument("--name", "姓名，默认同用户名", Kind.TEXT, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String username = values.get("username");
        String password = passwords.generate();
        NewGrant grant = NewGrant.on(new SiteCode(values.get("site")), values.get("role"));
        accounts.create(
                actor, new NewAccount(username, values.getOrDefault("--name", username), password, List.of(grant)));
        return Table.of(List.of("用户名", "密码（仅显示一次）"), List.of(List.of(username, password)));
    }
}
