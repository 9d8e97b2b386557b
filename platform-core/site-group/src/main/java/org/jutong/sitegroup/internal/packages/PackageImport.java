package org.jutong.sitegroup.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that stores a package: all of it in one transaction, after every byte was checked. */
@Component
public final class PackageImport implements TaskWork {

    static final String KIND = "package-import";

    private final PackageRows rows;
    private final SiteMemory memory;
    private final Sites sites;
    private final Archives archives;
    private final SiteChanges changes;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public PackageImport(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Sites sites,
            @Reference Archives archives,
            @Reference SiteChanges changes,
            @Reference Audit audit,
            @Reference Texts texts,
            @Reference Clock clock) {
        this.rows = new PackageRows(store);
        this.memory = memory;
        this.sites = sites;
        this.archives = archives;
        this.changes = changes;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /** What it was asked. */
    record Input(long archive) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(TaskRun run) {
        Site site = sites.require(run.site().orElseThrow());
        Path file = temporary();
        try {
            copy(site.code(), run.input(Input.class).archive(), file);
            try (PackageReader in = new PackageReader(file)) {
                in.verify();
                PackageContent content =
                        new PackageContent(in, site, rows, run.by().username(), clock.instant());
                int articles = store(run, site.code(), content);
                memory.reload();
                changes.changed(List.of(site.code()));
                return texts.say(Texts.CHINESE, "task.package.done", List.of(articles));
            }
        } finally {
            file.toFile().delete();
        }
    }

    private int store(TaskRun run, SiteCode site, PackageContent content) {
        if (run.mark().isPresent()) {
            return run.done();
        }
        List<Map<String, Object>> plugins = content.plugins();
        return rows.whole(() -> {
            if (!rows.isEmpty(site)) {
                throw Problem.conflict("site_has_content", site.value());
            }
            int articles = content.store();
            audit.record(Event.done(Action.SITE_IMPORT, run.by(), "task:" + run.id())
                    .on(site)
                    .saying("package, articles: " + articles));
            run.together(() -> {
                run.done(site.value(), "imported", Optional.empty(), "", site.value());
                plugins.forEach(plugin -> run.done(
                        PackageReader.text(plugin, "plugin"),
                        "to-order",
                        Optional.empty(),
                        PackageReader.text(plugin, "plan"),
                        site.value()));
            });
            return articles;
        });
    }

    private void copy(SiteCode site, long id, Path file) {
        Archive archive =
                archives.find(site, id).orElseThrow(() -> Problem.notFound("archive_not_found", String.valueOf(id)));
        try (OutputStream out = Files.newOutputStream(file)) {
            archives.copy(archive, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("jutong-package", ".zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
