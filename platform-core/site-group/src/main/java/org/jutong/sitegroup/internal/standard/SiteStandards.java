package org.jutong.sitegroup.internal.standard;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.drift.Deviation;
import org.jutong.columns.drift.Drift;
import org.jutong.columns.drift.MigrationPlan;
import org.jutong.columns.drift.SiteColumn;
import org.jutong.columns.drift.Step;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.StandardColumns;
import org.jutong.sitegroup.internal.store.StandardRows;
import org.jutong.sitegroup.internal.store.StandardRows.By;
import org.jutong.sitegroup.internal.store.StandardRows.Taken;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far sites are from a version of the standard, and the way there and back. Thread-safe. */
@Component(service = SiteStandards.class)
public final class SiteStandards {

    private static final String MANAGE = "standard.manage";
    private static final int MOST = 5_000;

    private final Store store;
    private final StandardRows rows;
    private final StoredStandards standards;
    private final SiteMemory memory;
    private final StoredTasks tasks;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public SiteStandards(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StoredStandards standards,
            @Reference SiteMemory memory,
            @Reference StoredTasks tasks,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new StandardRows(store);
        this.standards = standards;
        this.memory = memory;
        this.tasks = tasks;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** How far a site is from a version. */
    public record SiteDrift(Site site, String has, Drift drift) {

        /** How much needs mending. */
        public long open() {
            return drift.deviations().stream()
                    .filter(d -> d.kind() != Deviation.Kind.LOCAL)
                    .count();
        }
    }

    /** What was done, or would be: the version before and the steps. */
    public record Migrated(SiteCode site, String from, String to, List<Step> steps) {}

    /** @param version empty for the site's own. {@code site.manage} or {@code standard.manage} on the site. */
    public SiteDrift drift(Actor by, SiteCode code, Optional<String> version) {
        Site site = permitted(by, code);
        String has = rows.of(code);
        return drift(site, has, standards.require(version.orElse(has)));
    }

    /**
     * Of all sites with columns that the actor may manage, those that are furthest away first.
     *
     * @param below a site: only it and those below it
     */
    public List<SiteDrift> drifts(Actor by, String version, Optional<SiteCode> below) {
        ColumnStandard standard = standards.require(version);
        Map<SiteCode, String> has = rows.bySite();
        return below
                .or(() -> memory.now().root().map(Site::code))
                .map(top -> memory.now().subtree(top))
                .orElse(List.of())
                .stream()
                .filter(site -> site.state().hasContent() && mayManage(by, site.code()))
                .map(site -> drift(site, has.getOrDefault(site.code(), ""), standard))
                .sorted(Comparator.comparing(SiteDrift::open)
                        .reversed()
                        .thenComparing(drift -> drift.site().code()))
                .toList();
    }

    /** How many sites have each version. */
    public Map<SiteCode, String> bySite() {
        return rows.bySite();
    }

    /** What a migration would do. */
    public Migrated plan(Actor by, SiteCode code, String version) {
        Site site = permitted(by, code);
        MigrationPlan plan = plan(site, standards.require(version), memory.now().columns(code));
        return new Migrated(code, rows.of(code), version, plan.steps());
    }

    /**
     * Takes a site to a version; one that is there already stays as it is. {@code site.manage} or {@code standard.manage}
     * on the site.
     *
     * @throws Problem {@code standard_version_unknown} (404), {@code site_not_in_service} (409), {@code reason_missing} (400)
     */
    public Migrated migrate(Actor by, SiteCode code, String version, String reason) {
        Site site = permitted(by, code);
        ColumnStandard standard = standards.require(version);
        By who = new By(by.username(), clock.instant(), PlainText.required("reason", reason, 500));
        Taken taken = store.recorded(
                () -> rows.migrate(code, columns -> plan(site, standard, columns), describing(site, standard), who),
                done -> record(by, code, done.before() + " → " + version + ": " + who.reason()));
        show(code, taken, version);
        return new Migrated(code, taken.before(), version, taken.steps());
    }

    /**
     * Takes the last migration of the site back. {@code site.manage} or {@code standard.manage} on the site.
     *
     * @throws Problem {@code nothing_to_roll_back}, {@code own_columns_in_the_way} (409)
     */
    public Migrated rollBack(Actor by, SiteCode code, String reason) {
        Site site = permitted(by, code);
        String why = PlainText.required("reason", reason, 500);
        Taken taken = store.recorded(
                () -> rows.takeBack(code, version -> describing(site, standards.require(version)))
                        .orElseThrow(() -> Problem.conflict("nothing_to_roll_back", code.value())),
                done -> record(by, code, done.before() + " ←: " + why));
        String now = rows.of(code);
        show(code, taken, now);
        return new Migrated(code, taken.before(), now, taken.steps());
    }

    /**
     * Takes many sites to a version, as a task. Permission {@code standard.manage} on each of them.
     *
     * @param below a site: it and all below it; empty where sites are listed
     * @throws Problem {@code sites_missing}, {@code sites_too_many} (400)
     */
    public Task migrateMany(Actor by, String version, Optional<SiteCode> below, List<SiteCode> listed, String reason) {
        standards.require(version);
        String why = PlainText.required("reason", reason, 500);
        List<SiteCode> sites = new ArrayList<>(listed);
        below.ifPresent(top -> memory.now().subtree(top).stream()
                .filter(site -> site.state().hasContent())
                .forEach(site -> sites.add(site.code())));
        if (sites.isEmpty()) {
            throw Problem.invalid("sites_missing", "sites");
        }
        if (sites.size() > MOST) {
            throw Problem.invalid("sites_too_many", "sites", MOST);
        }
        sites.forEach(site -> authority.require(by, MANAGE, site));
        MigrationWork.Input input = new MigrationWork.Input(
                version, sites.stream().distinct().map(SiteCode::value).toList(), why);
        return store.recorded(
                () -> tasks.add(MigrationWork.KIND, Optional.empty(), input, by),
                task -> audit.record(Event.done(Action.STANDARD_CHANGE, by, "task:" + task.id())
                        .saying(version + ": " + why)));
    }

    private Site permitted(Actor by, SiteCode code) {
        Site site = memory.now().find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
        if (!mayManage(by, code)) {
            authority.require(by, "site.manage", code);
        }
        if (!site.state().hasContent()) {
            throw Problem.conflict("site_not_in_service", code.value());
        }
        return site;
    }

    private boolean mayManage(Actor by, SiteCode site) {
        return authority.allows(by, "site.manage", site) || authority.allows(by, MANAGE, site);
    }

    private void record(Actor by, SiteCode code, String words) {
        audit.record(
                Event.done(Action.STANDARD_CHANGE, by, "site:" + code).on(code).saying(words));
    }

    private void show(SiteCode code, Taken taken, String now) {
        if (!taken.steps().isEmpty() || !taken.before().equals(now)) {
            memory.put(code, taken.columns());
            changes.changed(List.of(code));
        }
    }

    private SiteDrift drift(Site site, String has, ColumnStandard standard) {
        List<SiteColumn> columns = StandardColumns.siteColumns(memory.now().columns(site.code()));
        Drift drift = Drift.of(standard, StandardColumns.level(site), StandardColumns.region(site), columns);
        return new SiteDrift(site, has, drift);
    }

    private static MigrationPlan plan(Site site, ColumnStandard standard, List<Column> columns) {
        return MigrationPlan.to(
                standard,
                StandardColumns.level(site),
                StandardColumns.region(site),
                StandardColumns.siteColumns(columns));
    }

    /** Description and keywords as the standard has them, where it knows the column. */
    private static UnaryOperator<Column> describing(Site site, ColumnStandard standard) {
        return c -> standard.column(StandardColumns.level(site), c.key())
                .map(rule -> c.describedAs(rule.description(), rule.keywords()))
                .orElse(c);
    }
}
