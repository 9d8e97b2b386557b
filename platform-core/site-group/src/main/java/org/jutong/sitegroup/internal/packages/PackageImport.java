package org.jutong.sitegroup.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.HostMemory;
import org.jutong.sitegroup.internal.HostNames;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.store.FilingRows;
import org.jutong.sitegroup.internal.store.HostRows;
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
    private final FilingRows filings;
    private final HostRows hosts;
    private final SiteMemory memory;
    private final HostMemory hostMemory;
    private final StoredStandards standards;
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
            @Reference HostMemory hostMemory,
            @Reference StoredStandards standards,
            @Reference Sites sites,
            @Reference Archives archives,
            @Reference SiteChanges changes,
            @Reference Audit audit,
            @Reference Texts texts,
            @Reference Clock clock) {
        this.rows = new PackageRows(store);
        this.filings = new FilingRows(store);
        this.hosts = new HostRows(store);
        this.memory = memory;
        this.hostMemory = hostMemory;
        this.standards = standards;
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
                PackageSettings settings = PackageSettings.of(in, site, LocalDate.now(clock));
                PackageContent content =
                        new PackageContent(in, settings, rows, run.by().username(), clock.instant());
                int articles = store(run, settings, content);
                memory.reload();
                hostMemory.reload();
                changes.changed(List.of(site.code()));
                return texts.say(Texts.CHINESE, "task.package.done", List.of(articles));
            }
        } finally {
            file.toFile().delete();
        }
    }

    private int store(TaskRun run, PackageSettings settings, PackageContent content) {
        if (run.mark().isPresent()) {
            return run.done();
        }
        SiteCode site = settings.site().code();
        List<Map<String, Object>> plugins = content.plugins();
        return rows.whole(() -> {
            if (!rows.isEmpty(site)) {
                throw Problem.conflict("site_has_content", site.value());
            }
            boolean brought = standard(run.by(), settings);
            filings.set(site, settings.filing());
            names(site, settings.hosts());
            int articles = content.store();
            run.together(() -> {
                run.done(site.value(), "imported", Optional.empty(), "", site.value());
                plugins.forEach(plugin -> run.done(
                        PackageReader.text(plugin, "plugin"),
                        "to-order",
                        Optional.empty(),
                        PackageReader.text(plugin, "plan"),
                        site.value()));
            });
            if (brought) {
                audit.record(Event.done(Action.STANDARD_CHANGE, run.by(), "standard:" + settings.standard())
                        .on(site));
            }
            audit.record(Event.done(Action.SITE_IMPORT, run.by(), "task:" + run.id())
                    .on(site)
                    .saying("package, articles: " + articles));
            return articles;
        });
    }

    /** Whether a version of the standard came along that was not here yet. */
    private boolean standard(Actor by, PackageSettings settings) {
        String version = settings.standard();
        if (settings.file().isPresent()) {
            return standards.bring(by, version, settings.file().get());
        }
        if (standards.all().find(version).isEmpty()) {
            throw Problem.conflict("standard_unknown_here", version);
        }
        return false;
    }

    private void names(SiteCode site, HostNames names) {
        List<String> taken = hosts.taken(site, names.all());
        if (!taken.isEmpty()) {
            throw Problem.conflict("host_taken", taken.get(0));
        }
        hosts.set(site, names.main(), names.further());
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
