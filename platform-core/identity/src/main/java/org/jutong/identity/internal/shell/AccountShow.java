package org.jutong.identity.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.people.AccountCare;
import org.jutong.identity.internal.rights.ScopeWords;
import org.jutong.identity.internal.rights.StoredGrants;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:show}: the grants of an account, those of its groups included. */
@Component(service = OperatorCommand.class)
public final class AccountShow implements OperatorCommand {

    private final AccountCare care;
    private final StoredGrants grants;
    private final Clock clock;

    @Activate
    public AccountShow(@Reference AccountCare care, @Reference StoredGrants grants, @Reference Clock clock) {
        this.care = care;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity:show";
    }

    @Override
    public String description() {
        return "显示一个账号的状态、机构和授权。";
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
        Account account = care.require(actor, values.get("username"));
        Instant now = clock.instant();
        return Table.of(
                List.of("授权", "角色", "范围", "起", "止", "来源", "有效"),
                grants.of(account).stream().map(grant -> row(grant, now)).toList());
    }

    private static List<String> row(Grant grant, Instant now) {
        return List.of(
                Long.toString(grant.id()),
                grant.role(),
                ScopeWords.of(grant.scope()),
                grant.from().map(Arguments::words).orElse(""),
                grant.until().map(Arguments::words).orElse(""),
                source(grant),
                grant.inForce(now) ? "是" : "否");
    }

    private static String source(Grant grant) {
        String group = grant.holder() instanceof Holder.Group through ? "用户组 " + through.id() + " " : "";
        return group + grant.handedOverFrom().map(from -> "由 " + from + " 移交").orElse(grant.by() + " 授予");
    }
}
