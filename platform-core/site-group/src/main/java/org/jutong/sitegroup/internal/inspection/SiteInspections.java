package org.jutong.sitegroup.internal.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.inspection.Inspection;
import org.jutong.columns.inspection.InspectionRules;
import org.jutong.columns.inspection.SiteEvidence;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.InspectionEvidence;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SiteSnapshot;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.store.InspectionRows;
import org.jutong.sitegroup.internal.store.ObservationRows;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Inspects sites in service and keeps what it came to. Thread-safe. */
@Component(service = SiteInspections.class)
public final class SiteInspections {

    /** Any one of these on a site opens what its inspection came to. */
    private static final List<String> READ = List.of("inspection.run", "site.manage", "article.publish");

    private static final String RUN = "inspection.run";
    private static final Set<String> VERDICTS = Set.of("failed", "undecided", "passed");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** What inspections came to, and what people observed, is kept so long. */
    private static final Period KEPT = Period.ofYears(2);

    /** So often it is tried to keep an inspection while others keep one of the same site. */
    private static final int RACES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SiteInspections.class);

    private final Store store;
    private final InspectionRows rows;
    private final ObservationRows observations;
    private final SiteMemory memory;
    private final StoredTasks tasks;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;
    private final StoredStandards standards;
    private final InspectionRules rules = InspectionRules.configured(System.getenv());

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<InspectionEvidence> others = List.of();

    /** Over the site group's tables. */
    @Activate
    public SiteInspections(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference StoredTasks tasks,
            @Reference StoredStandards standards,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new InspectionRows(store);
        this.observations = new ObservationRows(store);
        this.memory = memory;
        this.tasks = tasks;
        this.standards = standards;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /** With evidence of others, where there is no container to bring it. */
    SiteInspections with(List<InspectionEvidence> told) {
        others = List.copyOf(told);
        return this;
    }

    /** A site and what its last inspection came to. */
    public record Inspectee(Site site, Inspected inspected) {}

    /**
     * What the last inspections came to, the worst first, of the sites that the actor may see.
     *
     * @param verdict only these, where it is given
     * @param after the cursor of the last one of the page before
     * @throws Problem {@code verdict_unknown}, {@code cursor_invalid} (400)
     */
    public List<Inspectee> worst(Actor by, Optional<String> verdict, Optional<String> after, int limit) {
        verdict.filter(v -> !VERDICTS.contains(v)).ifPresent(v -> {
            throw Problem.invalid("verdict_unknown", "verdict", v);
        });
        Cursor from = after.map(Cursor::read).orElse(Cursor.START);
        SiteSnapshot sites = memory.now();
        List<Inspectee> found = new ArrayList<>();
        List<Inspected> page;
        do {
            page = rows.worst(verdict, from.place(), from.site(), limit);
            for (Inspected inspected : page) {
                from = Cursor.of(inspected);
                sites.find(inspected.site())
                        .filter(site -> site.state().isPublic() && mayRead(by, site.code()))
                        .ifPresent(site -> found.add(new Inspectee(site, inspected)));
            }
        } while (found.size() < limit && page.size() == limit);
        return found.stream().limit(limit).toList();
    }

    /** Where the page behind this one begins. */
    public static String cursor(Inspectee last) {
        return Cursor.of(last.inspected()).toString();
    }

    /** @throws Problem {@code site_not_inspected} (404), {@code forbidden} (403) */
    public Inspected last(Actor by, SiteCode site) {
        requireRead(by, site);
        return rows.newest(site).orElseThrow(() -> Problem.notFound("site_not_inspected", site.value()));
    }

    /** The details of that. */
    public Report report(Actor by, SiteCode site) {
        requireRead(by, site);
        return rows.report(site).orElseThrow(() -> Problem.notFound("site_not_inspected", site.value()));
    }

    /**
     * Inspects one site now. Permission {@code inspection.run} or {@code site.manage} on it.
     *
     * @throws Problem {@code site_not_in_service} (409) for a site that visitors cannot read;
     *     {@code inspection_under_way} (409) where others inspect it at this moment
     */
    public Inspected inspect(Actor by, SiteCode code) {
        Site site = memory.now().find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
        if (!authority.allows(by, "site.manage", code)) {
            authority.require(by, RUN, code);
        }
        if (!site.state().isPublic()) {
            throw Problem.conflict("site_not_in_service", code.value());
        }
        return raced(() -> store.recorded(
                () -> keep(List.of(site)).get(0),
                done -> audit.record(Event.done(Action.INSPECTION_RUN, by, "site:" + code)
                        .on(code)
                        .saying(done.verdict()))));
    }

    /** Inspects all sites in service, as a task. Permission {@code inspection.run} on the whole platform. */
    public Task inspectAll(Actor by) {
        memory.now().root().ifPresent(root -> authority.require(by, RUN, root.code()));
        return begin(by);
    }

    /** The same for who has the right already. */
    Task begin(Actor by) {
        return store.recorded(
                () -> tasks.add(InspectionWork.KIND, Optional.empty(), Map.of(), by),
                task -> audit.record(Event.done(Action.INSPECTION_RUN, by, "task:" + task.id())));
    }

    /** The sites that are inspected, by code. */
    List<Site> due() {
        SiteSnapshot now = memory.now();
        return now.root().map(root -> now.subtree(root.code())).orElse(List.of()).stream()
                .filter(site -> site.state().isPublic())
                .sorted((one, two) -> one.code().compareTo(two.code()))
                .toList();
    }

    /** Inspects these and keeps what it came to, all of it or nothing. */
    void inspect(List<Site> sites) {
        raced(() -> keep(sites));
    }

    /** Two inspections of one site on one day: the one that is kept later replaces the other. */
    private static <R> R raced(Supplier<R> inspection) {
        for (int more = RACES; more > 0; more--) {
            try {
                return inspection.get();
            } catch (DuplicateKey other) {
                LOG.debug("Another inspection of the same site was kept at the same moment", other);
            }
        }
        throw Problem.conflict("inspection_under_way");
    }

    private List<Inspected> keep(List<Site> sites) {
        Instant now = clock.instant();
        Clock still = Clock.fixed(now, clock.getZone());
        Map<Inspected, Report> reports = new LinkedHashMap<>();
        for (SiteEvidence seen : new EvidenceGatherer(rows, standards.all(), others).of(sites, memory.now())) {
            Inspection inspection = Inspection.of(seen, rules, still);
            reports.put(Inspected.of(new SiteCode(seen.site()), inspection, now), Report.of(inspection));
        }
        List<Inspected> inspected = List.copyOf(reports.keySet());
        rows.save(inspected.get(0).on(), reports);
        return inspected;
    }

    /** How many sites came to each verdict; what is too old is forgotten. */
    Map<String, Long> finish() {
        LocalDate before = Nightly.today(clock).minus(KEPT);
        rows.forget(before);
        observations.forget(before, before.atStartOfDay(BEIJING).toInstant());
        return rows.verdicts();
    }

    private boolean mayRead(Actor by, SiteCode site) {
        return READ.stream().anyMatch(permission -> authority.allows(by, permission, site));
    }

    private void requireRead(Actor by, SiteCode site) {
        if (memory.now().find(site).isEmpty()) {
            throw Problem.notFound("site_not_found", site.value());
        }
        if (!mayRead(by, site)) {
            authority.require(by, RUN, site);
        }
    }

    /** A place in the list of all sites. */
    private record Cursor(long place, String site) {

        static final Cursor START = new Cursor(-1, "");

        static Cursor of(Inspected inspected) {
            return new Cursor(inspected.place(), inspected.site().value());
        }

        static Cursor read(String text) {
            if (!text.matches("\\d{1,15}-\\w{10}")) {
                throw Problem.invalid("cursor_invalid", "after", text);
            }
            int dash = text.indexOf('-');
            return new Cursor(Long.parseLong(text.substring(0, dash)), text.substring(dash + 1));
        }

        @Override
        public String toString() {
            return place + "-" + site;
        }
    }
}
