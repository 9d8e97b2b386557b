package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.Role;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:roles}. */
@Component(service = OperatorCommand.class)
public final class RoleList implements OperatorCommand {

    private final RoleBook book;

    @Activate
    public RoleList(@Reference RoleBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "identity:roles";
    }

    @Override
    public String description() {
        return "列出角色及其权限。";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return Table.of(
                List.of("角色", "名称", "类别", "权限"),
                book.all().stream().map(this::row).toList());
    }

    private List<String> row(Role role) {
        return List.of(
                role.id(),
                Texts.pick(Texts.CHINESE, role.title()),
                role.office().isPresent() ? "职务" : role.builtIn() ? "自带" : "自定",
                String.join(" ", book.of(role.id())));
    }
}
