package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jutong.audit.AuditLog.Verification;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.audit.AuditDesk;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code audit:verify}. */
@Component(service = OperatorCommand.class)
public final class AuditVerify implements OperatorCommand {

    private final AuditDesk desk;
    private final Texts texts;

    @Activate
    public AuditVerify(@Reference AuditDesk desk, @Reference Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "audit:verify";
    }

    @Override
    public String description() {
        return "校验全部审计记录（含归档）：是否被改动、删除、调换或截断。";
    }

    @Override
    public String permission() {
        return AuditDesk.VERIFY;
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return run(actor, values, words -> {});
    }

    @Override
    public Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        Verification found = desk.verify(actor, read -> progress.accept("已校验 " + read + " 条"));
        if (found.sound()) {
            return Table.sentence("审计记录完好：第 " + found.from() + " 至 " + found.until() + " 条，共 " + found.entries()
                    + " 条（归档 " + found.archived() + " 条），与 " + found.heads() + " 个签名链首相符。");
        }
        return Table.of(
                List.of("编号", "问题"),
                found.faults().stream()
                        .map(fault -> List.of(
                                fault.range(),
                                texts.say(Texts.CHINESE, "audit.fault." + fault.kind(), List.of(fault.range()))))
                        .toList());
    }
}
