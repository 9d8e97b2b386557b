package org.jutong.identity.internal.accesses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts;
import org.jutong.identity.internal.Daily;
import org.jutong.identity.internal.store.citizens.AccessTable;
import org.jutong.identity.internal.store.citizens.DeferralTable;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Deletes the notes of who looked at whose data, and deferrals that are over, once a day: after
 * {@code JUTONG_ACCESS_DAYS} days, three years if it is not set, from 183 to 36,500. A note stays as long as a deferral
 * that withholds it, and as long again after that: what nobody was told yet is not forgotten. The audit keeps its own.
 */
@Component(service = AccessRetention.class, immediate = true)
public final class AccessRetention {

    private static final int USUAL_DAYS = 1096;
    private static final int LEAST_DAYS = 183;
    private static final int MOST_DAYS = 36_500;

    private final Store store;
    private final AccessTable accesses;
    private final DeferralTable deferrals;
    private final Audit audit;
    private final Clock clock;
    private final Duration kept;
    private final Daily daily = new Daily("access-notes", this::run);

    @Activate
    public AccessRetention(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(store, audit, clock, System.getenv("JUTONG_ACCESS_DAYS"));
    }

    AccessRetention(Store store, Audit audit, Clock clock, String days) {
        this.store = store;
        this.accesses = new AccessTable(store);
        this.deferrals = new DeferralTable(store);
        this.audit = audit;
        this.clock = clock;
        this.kept = Daily.days("JUTONG_ACCESS_DAYS", days, USUAL_DAYS, LEAST_DAYS, MOST_DAYS);
    }

    @Activate
    void start() {
        daily.start();
    }

    @Deactivate
    void stop() {
        daily.stop();
    }

    /** Deletes what is older; answers how many notes. Where there is none nothing is recorded. */
    int run() {
        Instant limit = clock.instant().minus(kept);
        return store.recorded(
                () -> {
                    int notes = accesses.deleteBefore(limit);
                    deferrals.deleteOver(limit);
                    return notes;
                },
                notes -> {
                    if (notes > 0) {
                        audit.record(Event.done(Action.ACCESS_EXPIRE, Accounts.SYSTEM, "accesses")
                                .saying("notes: " + notes + " before " + limit));
                    }
                });
    }
}
