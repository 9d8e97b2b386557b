package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.Citizens;
import org.jutong.identity.Citizens.Assurance;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:citizens}: the latest accounts, masked. */
@Component(service = OperatorCommand.class)
public final class CitizenList implements OperatorCommand {

    private static final int ROWS = 100;

    private final Citizens citizens;

    @Activate
    public CitizenList(@Reference Citizens citizens) {
        this.citizens = citizens;
    }

    @Override
    public String name() {
        return "identity:citizens";
    }

    @Override
    public String description() {
        return "列出最近注册的个人账号，姓名和手机号已隐去。";
    }

    @Override
    public String permission() {
        return "citizen.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("--query", "完整的手机号，或姓名的一部分", Kind.TEXT, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        List<List<String>> rows =
                citizens.list(actor, values.getOrDefault("--query", ""), Long.MAX_VALUE, ROWS).stream()
                        .map(CitizenList::row)
                        .toList();
        return rows.isEmpty() ? Table.sentence("没有符合条件的个人账号。") : Table.of(List.of("编号", "姓名", "手机号", "认证", "状态"), rows);
    }

    private static List<String> row(Citizen citizen) {
        return List.of(
                Long.toString(citizen.id()),
                citizen.maskedName(),
                citizen.mobile(),
                citizen.assurance() == Assurance.REAL_NAME ? "已实名" : "手机已验证",
                switch (citizen.state()) {
                    case ACTIVE -> "正常";
                    case DISABLED -> "停用";
                    case CLOSED -> "已注销";
                });
    }
}
