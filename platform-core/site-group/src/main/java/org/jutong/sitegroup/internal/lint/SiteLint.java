package org.jutong.sitegroup.internal.lint;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.lint.Severity;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.RenderedPages;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.store.FindingRows;
import org.jutong.sitegroup.internal.store.TaskRows;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The linter over whole sites: its findings are kept under their addresses and looked for again. Thread-safe. */
@Component(service = SiteLint.class)
public final class SiteLint {

    static final String KIND = "lint";

    /** Any one of these on a site opens its findings. */
    private static final List<String> READ = List.of("inspection.run", "site.manage", "article.publish");

    /** What was mended is remembered so long. */
    private static final Period KEPT = Period.ofYears(1);

    private static final int RECENT = 50;

    private final Store store;
    private final FindingRows rows;
    private final TaskRows taskRows;
    private final SiteMemory memory;
    private final Hosts hosts;
    private final ArticleChecks checks;
    private final StoredTasks tasks;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile RenderedPages pages;

    /** Over the site group's tables. */
    @Activate
    public SiteLint(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Hosts hosts,
            @Reference ArticleChecks checks,
            @Reference StoredTasks tasks,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new FindingRows(store);
        this.taskRows = new TaskRows(store);
        this.memory = memory;
        this.hosts = hosts;
        this.checks = checks;
        this.tasks = tasks;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /** With pages, where there is no container to bring them. */
    SiteLint with(RenderedPages rendered) {
        pages = rendered;
        return this;
    }

    /**
     * Begins to check all pages of a site, as a task. Permission {@code inspection.run} or {@code site.manage} on it.
     *
     * @throws Problem {@code site_not_found} (404), {@code site_not_in_service} (409) where it has no content yet or any
     *     more, {@code lint_under_way} (409) with the task that does it already
     */
    public Task start(Actor by, SiteCode code) {
        Site site = memory.now().find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
        if (!authority.allows(by, "site.manage", code)) {
            authority.require(by, "inspection.run", code);
        }
        if (!site.state().hasContent()) {
            throw Problem.conflict("site_not_in_service", code.value());
        }
        taskRows.newest(Optional.of(code), Long.MAX_VALUE, RECENT).stream()
                .filter(task -> task.kind().equals(KIND) && !task.state().isOver())
                .findFirst()
                .ifPresent(task -> {
                    throw Problem.conflict("lint_under_way", code.value(), String.valueOf(task.id()));
                });
        return store.recorded(
                () -> tasks.add(KIND, Optional.of(code), Map.of(), by),
                task -> audit.record(Event.done(Action.INSPECTION_RUN, by, "task:" + task.id())
                        .on(code)));
    }

    /**
     * The findings of a site, the worst first, behind the one given.
     *
     * @throws Problem {@code site_not_found}, {@code finding_not_found} (404), {@code forbidden} (403)
     */
    public List<SiteFinding> worst(
            Actor by,
            SiteCode site,
            SiteFinding.State state,
            Optional<Severity> severity,
            Optional<String> after,
            int limit) {
        requireRead(by, site);
        return rows.worst(site, state, severity, after.map(id -> stored(site, id)), limit);
    }

    /** @throws Problem as {@link #worst} */
    public SiteFinding get(Actor by, SiteCode site, String id) {
        requireRead(by, site);
        return stored(site, id);
    }

    /**
     * Looks whether this one is still there.
     *
     * @throws Problem as {@link #worst}; {@code pages_unavailable} (503) while the portal is not there
     */
    public SiteFinding check(Actor by, SiteCode site, String id) {
        requireRead(by, site);
        SiteFinding known = stored(site, id);
        boolean isThere = pages(site).at(known.page()).stream().anyMatch(f -> f.id().equals(id));
        return store.recorded(
                () -> rows.checked(site, id, isThere, clock.instant()),
                done -> audit.record(Event.done(Action.INSPECTION_RUN, by, "finding:" + id)
                        .on(site)
                        .saying(isThere ? "there" : "mended")));
    }

    /** @throws Problem {@code pages_unavailable} (503) */
    PageChecks pages(SiteCode site) {
        RenderedPages rendered = pages;
        if (rendered == null) {
            throw Problem.of(503, "pages_unavailable");
        }
        return new PageChecks(site, checks.on(site), rendered, hosts);
    }

    /** The pages of the site besides its articles. */
    List<String> frame(SiteCode site) {
        List<String> addresses = new ArrayList<>(List.of(PageAddress.HOME));
        memory.now().columns(site).stream()
                .map(Column::key)
                .map(PageAddress::column)
                .forEach(addresses::add);
        return addresses;
    }

    /** Keeps what was found on these pages. */
    void keep(SiteCode site, List<String> addresses, PageChecks pages, long run) {
        Instant now = clock.instant();
        addresses.forEach(address -> rows.found(site, pages.at(address), run, now));
    }

    /** Marks what this run did not find any more; how many are open, and how many of all were mended now. */
    Result finish(SiteCode site, long run) {
        Instant now = clock.instant();
        int mended = rows.mendOthers(site, run, now);
        rows.forget(site, now.atZone(ZoneOffset.UTC).minus(KEPT).toInstant());
        return new Result(rows.open(site), mended);
    }

    /** What a run came to. */
    record Result(long open, int mended) {}

    private SiteFinding stored(SiteCode site, String id) {
        String asked = id.length() > 20 ? id.substring(0, 20) : id;
        return rows.find(site, asked).orElseThrow(() -> Problem.notFound("finding_not_found", asked));
    }

    private void requireRead(Actor by, SiteCode site) {
        if (memory.now().find(site).isEmpty()) {
            throw Problem.notFound("site_not_found", site.value());
        }
        if (READ.stream().noneMatch(permission -> authority.allows(by, permission, site))) {
            authority.require(by, "inspection.run", site);
        }
    }
}
