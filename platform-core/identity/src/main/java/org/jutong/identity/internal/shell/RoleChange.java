package org.jutong.identity.internal.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.Role;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.identity.internal.rights.StoredRoles;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:role}: makes a role or changes one that people made. */
@Component(service = OperatorCommand.class)
public final class RoleChange implements OperatorCommand {

    private final RoleBook book;
    private final StoredRoles roles;

    @Activate
    public RoleChange(@Reference RoleBook book, @Reference StoredRoles roles) {
        this.book = book;
        this.roles = roles;
    }

    @Override
    public String name() {
        return "identity:role";
    }

    @Override
    public String description() {
        return "新建自定角色，或修改已有的自定角色。";
    }

    @Override
    public String permission() {
        return "identity.role";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Arguments.ROLE,
                new Argument("permissions", "权限，以逗号分隔", Kind.TEXT, true),
                new Argument("--title", "名称", Kind.TEXT, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String id = values.get("role");
        Set<String> permissions =
                new TreeSet<>(Arrays.asList(values.get("permissions").split("\\s*,\\s*")));
        Optional<Role> present = book.find(id);
        String title = values.getOrDefault("--title", id);
        Map<String, String> titles = values.containsKey("--title") || present.isEmpty()
                ? Map.of("zh-CN", title, "en", title)
                : present.get().title();
        if (present.isPresent()) {
            roles.change(actor, id, titles, permissions);
            return Table.sentence("角色 " + id + " 已修改。");
        }
        roles.create(actor, id, titles, permissions);
        return Table.sentence("角色 " + id + " 已建立。");
    }
}
