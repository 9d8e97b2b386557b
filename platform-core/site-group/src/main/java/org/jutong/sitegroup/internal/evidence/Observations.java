package org.jutong.sitegroup.internal.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.columns.inspection.InspectionRules;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.evidence.Observation.TakenBack;
import org.jutong.sitegroup.internal.store.FileRows;
import org.jutong.sitegroup.internal.store.ObservationRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people observed on sites: recorded, listed, taken back. Thread-safe. */
@Component(service = Observations.class)
public final class Observations {

    /** Any one of these on a site opens what was observed there. */
    private static final List<String> READ = List.of("inspection.run", "site.manage", "article.publish");

    private static final String RUN = "inspection.run";

    /** What grows old by itself, and what was taken back, is kept so long, and nothing older is recorded. */
    private static final Period KEPT = Period.ofYears(2);

    private static final int LONGEST = 500;

    private final Store store;
    private final ObservationRows rows;
    private final FileRows fileRows;
    private final Files files;
    private final SiteMemory memory;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;
    private final InspectionRules rules = InspectionRules.configured(System.getenv());
    private final FactsCheck check = new FactsCheck(rules);

    /** Over the site group's tables. */
    @Activate
    public Observations(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Files files,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new ObservationRows(store);
        this.fileRows = new FileRows(store);
        this.files = files;
        this.memory = memory;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be recorded.
     *
     * @param kind as {@link Kind#id()}
     * @param day an ISO date by the calendar of Beijing
     * @param words {@code null} for none; an incident has some
     * @param document the number of a file that the same person handed in, {@code null} for none
     */
    public record Given(String kind, String day, Facts facts, String words, Long document) {}

    /**
     * Records what was observed. Permission {@code inspection.run} on the site: who answers for a site does not judge it.
     *
     * @throws Problem {@code site_not_found} (404), {@code forbidden} (403), {@code site_not_in_service} (409),
     *     {@code evidence_kind_unknown}, {@code evidence_day_invalid}, {@code evidence_day_out_of_range},
     *     {@code document_unknown} and others (400) that name what is wrong with a fact
     */
    public Observation record(Actor by, SiteCode code, Given given) {
        Site site = memory.now().find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
        authority.require(by, RUN, code);
        if (!site.state().isPublic()) {
            throw Problem.conflict("site_not_in_service", code.value());
        }
        Kind kind = Kind.of(given.kind())
                .orElseThrow(() -> Problem.invalid("evidence_kind_unknown", "kind", String.valueOf(given.kind())));
        LocalDate day = FactsCheck.day("day", given.day());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ObservedEvidence.BEIJING);
        if (day.isAfter(today) || day.isBefore(today.minus(KEPT))) {
            throw Problem.invalid("evidence_day_out_of_range", "day", KEPT.getYears());
        }
        Facts facts =
                check.checked(kind, day, Optional.ofNullable(given.facts()).orElse(Facts.NONE));
        String words = kind == Kind.INCIDENT
                ? PlainText.required("words", given.words(), LONGEST)
                : PlainText.optional("words", given.words(), LONGEST);
        Optional<StoredFile> document = Optional.ofNullable(given.document()).map(id -> own(by, id));
        Observation made = new Observation(
                0, code, kind, day, facts, words, document, by.username(), clock.instant(), Optional.empty());
        return store.recorded(
                () -> rows.add(made),
                done -> audit.record(Event.done(Action.EVIDENCE_RECORD, by, "evidence:" + done.id())
                        .on(code)
                        .saying(kind.id() + " " + day)));
    }

    private StoredFile own(Actor by, long id) {
        return fileRows.ofPerson(List.of(id), by.username()).stream()
                .findFirst()
                .flatMap(files::find)
                .orElseThrow(() -> Problem.invalid("document_unknown", "document", String.valueOf(id)));
    }

    /**
     * Takes back what was mended or was never so; it stays to be read. Permission as for {@link #record}.
     *
     * @throws Problem {@code evidence_not_found} (404), {@code evidence_taken_back} (409), {@code reason_missing} and its
     *     like (400)
     */
    public Observation takeBack(Actor by, SiteCode site, long id, String reason) {
        requireSite(site);
        authority.require(by, RUN, site);
        TakenBack end = new TakenBack(by.username(), clock.instant(), PlainText.required("reason", reason, LONGEST));
        return store.recorded(
                () -> rows.takeBack(site, id, end),
                done -> audit.record(Event.done(Action.EVIDENCE_TAKE_BACK, by, "evidence:" + id)
                        .on(site)
                        .saying(end.reason())));
    }

    /**
     * What was observed on a site, the newest first.
     *
     * @param standing whether only what was not taken back
     * @param before only numbers below this one
     * @throws Problem {@code site_not_found} (404), {@code forbidden} (403)
     */
    public List<Observation> of(Actor by, SiteCode site, boolean standing, long before, int limit) {
        requireRead(by, site);
        return rows.newest(site, standing, before, limit);
    }

    /**
     * One of them.
     *
     * @throws Problem as {@link #of}, and {@code evidence_not_found} (404)
     */
    public Observation get(Actor by, SiteCode site, long id) {
        requireRead(by, site);
        return rows.find(site, id);
    }

    /** The last day on which anything of it counts; empty where that is until it is taken back. */
    public Optional<LocalDate> until(Observation seen) {
        return switch (seen.kind()) {
            case NOTHING -> Optional.of(lastDay(seen.facts().about(), seen.day()));
            case COUNT -> Optional.of(lastDay(seen.facts().item(), seen.day()));
            case VISITS -> Optional.of(seen.day().plusDays(rules.unreachable().days()));
            case INCIDENT ->
                Optional.of(rules.safety().window().overOn(seen.day()).minusDays(1));
            case GUIDE, NO_SERVICE, NO_CHANNEL, LETTER, DEAD_LINK -> Optional.empty();
        };
    }

    private LocalDate lastDay(String about, LocalDate day) {
        return rules.statement(about).overOn(day).minusDays(1);
    }

    /** What the inspection goes by. */
    public InspectionRules rules() {
        return rules;
    }

    /** The ids of the vetoes and items that one looks at as a whole. */
    public List<String> subjects() {
        return FactsCheck.subjects();
    }

    /** The items of the score that are counted by hand. */
    public List<InspectionRules.Item> counted() {
        return FactsCheck.counted(rules);
    }

    private void requireSite(SiteCode site) {
        if (memory.now().find(site).isEmpty()) {
            throw Problem.notFound("site_not_found", site.value());
        }
    }

    private void requireRead(Actor by, SiteCode site) {
        requireSite(site);
        if (READ.stream().noneMatch(permission -> authority.allows(by, permission, site))) {
            authority.require(by, RUN, site);
        }
    }
}
