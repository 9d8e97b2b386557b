package org.jutong.sitegroup.internal.importing;

import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts imports. Thread-safe. */
@Component(service = SiteImports.class)
public final class SiteImports {

    static final String KIND = "import";

    private final Store store;
    private final Sites sites;
    private final Columns columns;
    private final Archives archives;
    private final OldSites places;
    private final StoredTasks tasks;
    private final Authority authority;
    private final Audit audit;

    /** Over the site group's tables and the folder of the environment. */
    @Activate
    public SiteImports(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Archives archives,
            @Reference StoredTasks tasks,
            @Reference Authority authority,
            @Reference Audit audit) {
        this(store, sites, columns, archives, tasks, authority, audit, ImportFolder.of(System.getenv()));
    }

    SiteImports(
            Store store,
            Sites sites,
            Columns columns,
            Archives archives,
            StoredTasks tasks,
            Authority authority,
            Audit audit,
            ImportFolder folder) {
        this.store = store;
        this.sites = sites;
        this.columns = columns;
        this.archives = archives;
        this.places = new OldSites(archives, folder);
        this.tasks = tasks;
        this.authority = authority;
        this.audit = audit;
    }

    /**
     * Starts one. Permission {@code site.manage} on the site.
     *
     * @throws Problem what is wrong with the mapping; {@code import_source_missing}, {@code archive_not_found},
     *     {@code import_folder_not_set}, {@code import_path_outside}, {@code import_path_not_found},
     *     {@code column_not_found}, {@code site_not_in_service}
     */
    public Task start(Actor by, SiteCode site, ImportRequest request) {
        boolean inService = sites.require(site).state().hasContent();
        authority.require(by, "site.manage", site);
        if (!inService) {
            throw Problem.conflict("site_not_in_service", site.value());
        }
        MappingReader.read(request.mapping()).columns().forEach(rule -> columns.require(site, rule.column()));
        if ((request.archive() == null) == (request.folder() == null)) {
            throw Problem.invalid("import_source_missing", "archive");
        }
        if (request.folder() != null) {
            places.requireFolder(request.folder());
        } else {
            archives.get(by, site, request.archive());
        }
        return store.recorded(
                () -> tasks.add(KIND, Optional.of(site), request, by),
                task -> audit.record(Event.done(Action.SITE_IMPORT, by, "task:" + task.id())
                        .on(site)
                        .saying(request.dryRun() ? "dry-run" : "begun")));
    }
}
