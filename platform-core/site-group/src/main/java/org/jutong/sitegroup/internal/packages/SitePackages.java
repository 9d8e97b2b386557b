package org.jutong.sitegroup.internal.packages;

import java.util.Map;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts the making and the storing of packages. Permission {@code site.manage} on the site. Thread-safe. */
@Component(service = SitePackages.class)
public final class SitePackages {

    private final Store store;
    private final PackageRows rows;
    private final Sites sites;
    private final Archives archives;
    private final StoredTasks tasks;
    private final Authority authority;
    private final Audit audit;

    /** Over the site group's tables. */
    @Activate
    public SitePackages(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Archives archives,
            @Reference StoredTasks tasks,
            @Reference Authority authority,
            @Reference Audit audit) {
        this.store = store;
        this.rows = new PackageRows(store);
        this.sites = sites;
        this.archives = archives;
        this.tasks = tasks;
        this.authority = authority;
        this.audit = audit;
    }

    /** Makes a package of the site. @throws Problem {@code site_not_in_service} (409) */
    public Task export(Actor by, SiteCode site) {
        require(by, site);
        return add(PackageExport.KIND, by, site, Map.of(), Action.SITE_EXPORT);
    }

    /**
     * Stores a package that was handed in as an archive of this site. The site must have no content yet.
     *
     * @throws Problem {@code site_not_in_service}, {@code site_has_content} (409), {@code archive_not_found} (404)
     */
    public Task restore(Actor by, SiteCode site, long archive) {
        require(by, site);
        archives.get(by, site, archive);
        if (!rows.isEmpty(site)) {
            throw Problem.conflict("site_has_content", site.value());
        }
        return add(PackageImport.KIND, by, site, new PackageImport.Input(archive), Action.SITE_IMPORT);
    }

    private void require(Actor by, SiteCode site) {
        boolean hasContent = sites.require(site).state().hasContent();
        authority.require(by, "site.manage", site);
        if (!hasContent) {
            throw Problem.conflict("site_not_in_service", site.value());
        }
    }

    private Task add(String kind, Actor by, SiteCode site, Object input, Action action) {
        return store.recorded(
                () -> tasks.add(kind, Optional.of(site), input, by),
                task -> audit.record(
                        Event.done(action, by, "task:" + task.id()).on(site).saying("begun")));
    }
}
