package org.jutong.identity.internal.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.internal.audit.AuditDesk;
import org.jutong.identity.internal.audit.AuditFilters;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code audit:export}: into the folder {@code export} of the data folder, and nowhere else. */
@Component(service = OperatorCommand.class)
public final class AuditExport implements OperatorCommand {

    private static final Logger LOG = LoggerFactory.getLogger(AuditExport.class);

    private final AuditDesk desk;
    private final Path folder;

    @Activate
    public AuditExport(@Reference AuditDesk desk, BundleContext context) {
        this(desk, Path.of(context.getProperty("jutong.data") == null ? "data" : context.getProperty("jutong.data")));
    }

    AuditExport(AuditDesk desk, Path data) {
        this.desk = desk;
        this.folder = data.toAbsolutePath().resolve("export");
    }

    @Override
    public String name() {
        return "audit:export";
    }

    @Override
    public String description() {
        return "把审计记录导出到数据目录下的 export 目录，每行一条 JSON。";
    }

    @Override
    public String permission() {
        return AuditDesk.EXPORT;
    }

    @Override
    public List<Argument> arguments() {
        return Stream.concat(
                        Stream.of(new Argument("file", "文件名，例如 audit-2026-03.ndjson", Kind.TEXT, true)),
                        AuditSearch.FILTERS.stream())
                .toList();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String name = values.get("file");
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
            throw Problem.invalid("audit_file_invalid", "file");
        }
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw Problem.conflict("audit_file_exists", name);
        }
        AuditDesk.Export export = desk.export(actor, AuditFilters.read(filter -> values.get("--" + filter)));
        try {
            Files.createDirectories(folder);
            return Table.sentence("已导出 " + write(export, file) + " 条到 " + file + "。");
        } catch (IOException e) {
            LOG.error("The audit record cannot be exported to {}", file, e);
            throw Problem.of(500, "audit_export_failed");
        }
    }

    private static long write(AuditDesk.Export export, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            return export.writeTo(out);
        }
    }
}
