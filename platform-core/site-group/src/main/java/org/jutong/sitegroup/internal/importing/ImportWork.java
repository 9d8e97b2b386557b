package org.jutong.sitegroup.internal.importing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.store.ImportedRows;
import org.jutong.sitegroup.internal.store.TaskRows;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that imports an old site. */
@Component
public final class ImportWork implements TaskWork {

    private final TaskRows tasks;
    private final ImportedRows rows;
    private final Sites sites;
    private final OldSites places;
    private final ArticleChecks checks;
    private final SiteChanges changes;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    /** Over the site group's tables and the folder of the environment. */
    @Activate
    public ImportWork(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Archives archives,
            @Reference ArticleChecks checks,
            @Reference SiteChanges changes,
            @Reference Audit audit,
            @Reference Texts texts,
            @Reference Clock clock) {
        this(store, sites, archives, checks, changes, audit, texts, clock, ImportFolder.of(System.getenv()));
    }

    ImportWork(
            Store store,
            Sites sites,
            Archives archives,
            ArticleChecks checks,
            SiteChanges changes,
            Audit audit,
            Texts texts,
            Clock clock,
            ImportFolder folder) {
        this.tasks = new TaskRows(store);
        this.rows = new ImportedRows(store);
        this.sites = sites;
        this.places = new OldSites(archives, folder);
        this.checks = checks;
        this.changes = changes;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SiteImports.KIND;
    }

    @Override
    public String run(TaskRun run) {
        Site site = sites.require(run.site().orElseThrow());
        ImportRequest request = run.input(ImportRequest.class);
        Mapping mapping = MappingReader.read(request.mapping());
        try (OldSite old = places.open(site.code(), request)) {
            PageReader reader = new PageReader(mapping, old, site.name());
            PageImport work = new PageImport(
                    rows, reader, mapping, old, run, request.dryRun(), texts, clock.instant(), checks.on(site.code()));
            work.all(() -> changes.changed(List.of(site.code())));
        }
        return ended(run, site.code(), request.dryRun());
    }

    private String ended(TaskRun run, SiteCode site, boolean dryRun) {
        run.together(() -> {});
        Map<String, Long> counts = tasks.outcomes(run.id());
        List<Object> numbers = List.of(
                count(counts, dryRun ? "would-import" : "imported"),
                count(counts, dryRun ? "would-update" : "updated"),
                count(counts, "unchanged"),
                count(counts, "skipped"));
        if (!dryRun) {
            audit.record(Event.done(Action.SITE_IMPORT, run.by(), "task:" + run.id())
                    .on(site)
                    .saying(counts.toString()));
        }
        return texts.say(Texts.CHINESE, dryRun ? "task.import.tried" : "task.import.done", numbers);
    }

    private static long count(Map<String, Long> counts, String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
