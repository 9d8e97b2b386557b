package org.jutong.sitegroup.internal.life;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.store.FileRows;
import org.jutong.sitegroup.internal.store.NewStep;
import org.jutong.sitegroup.internal.store.StepRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a step is made: who asked for it and why, the site's row locked, all in one transaction, recorded, told. */
@Component(service = StepBook.class)
public final class StepBook {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Store store;
    private final StepRows rows;
    private final FileRows files;
    private final SiteMemory memory;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;
    private final ThreadLocal<Lot> open = new ThreadLocal<>();

    /** Over the site group's tables. */
    @Activate
    public StepBook(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new StepRows(store);
        this.files = new FileRows(store);
        this.memory = memory;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A step to be made.
     *
     * @param action what the audit record calls it
     * @param office the level whose office does it
     * @param facts what else is to be known of it
     */
    record Making(
            Action action, Step.Kind kind, Actor by, Why why, Optional<SiteCode> office, Map<String, String> facts) {

        static Making of(Action action, Step.Kind kind, Actor by, Why why) {
            return new Making(action, kind, by, why, Optional.empty(), Map.of());
        }

        Making at(SiteCode level) {
            return new Making(action, kind, by, why, Optional.of(level), facts);
        }

        Making with(Map<String, String> known) {
            return new Making(action, kind, by, why, office, known);
        }
    }

    /** Steps that are made together and not stored yet. */
    private static final class Lot {
        private final Map<SiteCode, Site> made = new LinkedHashMap<>();
        private final List<Column> columns = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private final Set<SiteCode> parents = new LinkedHashSet<>();
        private final Set<SiteCode> changed = new LinkedHashSet<>();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BEIJING);
    }

    /** @throws Problem {@code site_not_found} */
    Site site(SiteCode code) {
        Lot lot = open.get();
        return Optional.ofNullable(lot == null ? null : lot.made.get(code))
                .or(() -> memory.now().find(code))
                .orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
    }

    /** The sites above, the nearest first. */
    List<SiteCode> above(SiteCode code) {
        List<SiteCode> path = memory.now().pathToRoot(code);
        return path.subList(Math.min(1, path.size()), path.size());
    }

    List<Step> steps(SiteCode site) {
        return rows.of(site);
    }

    /** @throws Problem {@code reason_missing} and its like, {@code document_unknown} */
    Why checked(Actor by, Why why) {
        String reason = PlainText.required("reason", why == null ? null : why.reason(), 500);
        List<Long> documents = why.documents() == null
                ? List.of()
                : why.documents().stream().distinct().toList();
        List<Long> own = files.ofPerson(documents, by.username());
        documents.stream().filter(id -> !own.contains(id)).findFirst().ifPresent(id -> {
            throw Problem.invalid("document_unknown", "documents", String.valueOf(id));
        });
        return new Why(reason, documents);
    }

    void require(Actor by, String permission, SiteCode site) {
        authority.require(by, permission, site);
    }

    /**
     * Makes the step.
     *
     * @param from the state that the site must be in
     * @param code what to refuse with where it is in another
     * @param after what the step makes of the site
     * @param more what else belongs to the same transaction
     */
    Site make(Making making, Site before, SiteState from, String code, Site after, Runnable more) {
        if (before.state() != from) {
            throw Problem.conflict(code, before.code().value());
        }
        Why why = checked(making.by(), making.why());
        together(() -> {
            if (rows.lock(before.code()) != from) {
                throw Problem.conflict(code, before.code().value());
            }
            rows.add(step(making, why, after), after);
            more.run();
            rows.settle();
            Lot lot = open.get();
            lot.made.put(after.code(), after);
            lot.events.add(event(making, after.code(), why));
            Stream.of(before, after).forEach(site -> site.parent().ifPresent(lot.parents::add));
        });
        return after;
    }

    /**
     * Makes all steps of {@code work} in one transaction: all or none of them are made. They see each other, are
     * recorded together, and are told when they are stored.
     */
    void together(Runnable work) {
        if (open.get() != null) {
            work.run();
            return;
        }
        Lot lot = new Lot();
        open.set(lot);
        try {
            store.recorded(
                    () -> {
                        work.run();
                        return lot.events;
                    },
                    audit::record);
        } finally {
            open.remove();
        }
        memory.put(List.copyOf(lot.made.values()), lot.columns);
        lot.changed.addAll(memory.now().around(lot.made.keySet(), lot.parents));
        changes.changed(lot.changed);
    }

    /** Part of a step: from when it is stored, its site has these columns. */
    void has(List<Column> columns) {
        open.get().columns.addAll(columns);
    }

    /** Tells that what the site shows changed, once that is stored. */
    void changed(SiteCode site) {
        Lot lot = open.get();
        if (lot == null) {
            changes.changed(List.of(site));
        } else {
            lot.changed.add(site);
        }
    }

    private static Event event(Making making, SiteCode site, Why why) {
        return Event.done(making.action(), making.by(), "site:" + site).on(site).saying(why.reason());
    }

    NewStep step(Making making, Why why, Site after) {
        return new NewStep(
                after.code(),
                making.kind(),
                after.state(),
                making.office(),
                making.by().username(),
                clock.instant(),
                why.reason(),
                why.documents(),
                making.facts());
    }
}
