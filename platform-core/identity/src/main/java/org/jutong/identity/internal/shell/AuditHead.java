package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.audit.AuditDesk;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code audit:head}. */
@Component(service = OperatorCommand.class)
public final class AuditHead implements OperatorCommand {

    private final AuditDesk desk;

    @Activate
    public AuditHead(@Reference AuditDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "audit:head";
    }

    @Override
    public String description() {
        return "显示最新的签名链首；请保存在本机管理员不能改动的地方。";
    }

    @Override
    public String permission() {
        return AuditDesk.READ;
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return desk.head()
                .map(head -> Table.sentence(desk.line(head)))
                .orElseThrow(() -> Problem.notFound("audit_head_missing"));
    }
}
