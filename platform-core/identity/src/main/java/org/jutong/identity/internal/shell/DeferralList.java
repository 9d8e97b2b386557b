package org.jutong.identity.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jutong.identity.Accesses;
import org.jutong.identity.Accesses.Deferral;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:accesses}: whom the platform tells later of who looked at their data, and on what basis. */
@Component(service = OperatorCommand.class)
public final class DeferralList implements OperatorCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Accesses accesses;
    private final Clock clock;

    @Activate
    public DeferralList(@Reference Accesses accesses, @Reference Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity:accesses";
    }

    @Override
    public String description() {
        return "列出暂缓告知个人信息查阅记录的决定。";
    }

    @Override
    public String permission() {
        return "audit.defer";
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        List<List<String>> rows =
                accesses.deferrals(actor).stream().map(this::row).toList();
        return rows.isEmpty()
                ? Table.sentence("没有暂缓告知的决定。")
                : Table.of(List.of("编号", "针对", "仅限账号", "自", "至", "状态", "法律依据", "设置人"), rows);
    }

    private List<String> row(Deferral deferral) {
        boolean over = deferral.ended().isPresent() || !deferral.until().isAfter(clock.instant());
        return List.of(
                Long.toString(deferral.id()),
                deferral.person(),
                deferral.account().orElse("全部"),
                minute(deferral.since()),
                minute(deferral.ended().orElse(deferral.until())),
                over ? "已结束" : "有效",
                deferral.basis(),
                deferral.by());
    }

    private String minute(Instant time) {
        return MINUTE.format(time.atZone(clock.getZone()));
    }
}
