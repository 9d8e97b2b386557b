package org.jutong.identity.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jutong.audit.AuditLog.Page;
import org.jutong.audit.Entry;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.audit.AuditDesk;
import org.jutong.identity.internal.audit.AuditFilters;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code audit:search}. */
@Component(service = OperatorCommand.class)
public final class AuditSearch implements OperatorCommand {

    static final List<Argument> FILTERS = List.of(
            option("--from", "从此时间起，例如 2026-03-02T08:00:00+08:00", Kind.TEXT),
            option("--until", "到此时间之前", Kind.TEXT),
            option("--actor", "操作人的用户名", Kind.TEXT),
            option("--action", "操作类型，例如 SIGN_IN", Kind.TEXT),
            option("--site", "涉及的站点", Kind.SITE),
            option("--object", "操作对象，例如 article:17", Kind.TEXT),
            option("--outcome", "结果：DONE、DENIED 或 FAILED", Kind.TEXT));

    private static final int LARGEST = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditDesk desk;
    private final Clock clock;

    @Activate
    public AuditSearch(@Reference AuditDesk desk, @Reference Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit:search";
    }

    @Override
    public String description() {
        return "查询审计记录，最新的在前。";
    }

    @Override
    public String permission() {
        return AuditDesk.READ;
    }

    @Override
    public List<Argument> arguments() {
        return Stream.concat(
                        FILTERS.stream(),
                        Stream.of(
                                option("--after", "接着此编号继续", Kind.TEXT), option("--limit", "最多几条，不给出为 20", Kind.TEXT)))
                .toList();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Page page = desk.search(
                actor,
                AuditFilters.read(name -> values.get("--" + name)),
                AuditFilters.place(values.get("--after")),
                limit(values.getOrDefault("--limit", "20")));
        return Table.of(
                List.of("编号", "时间", "操作人", "操作", "结果", "站点", "对象", "来源", "说明"),
                page.items().stream().map(this::row).toList());
    }

    private List<String> row(Entry entry) {
        return List.of(
                Long.toString(entry.seq()),
                TIME.format(Instant.ofEpochMilli(entry.time()).atZone(clock.getZone())),
                entry.actor() + (entry.behalf().isEmpty() ? "" : "（代 " + entry.behalf() + "）"),
                entry.action(),
                entry.outcome(),
                entry.site(),
                entry.object(),
                (entry.channel() + " " + entry.address()).trim(),
                entry.detail());
    }

    private static int limit(String value) {
        if (!value.matches("[1-9]\\d{0,3}") || Integer.parseInt(value) > LARGEST) {
            throw Problem.invalid("limit_invalid", "limit", LARGEST);
        }
        return Integer.parseInt(value);
    }

    private static Argument option(String name, String description, Kind kind) {
        return new Argument(name, description, kind, false);
    }
}
