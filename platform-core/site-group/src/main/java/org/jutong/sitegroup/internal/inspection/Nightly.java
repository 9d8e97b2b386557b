package org.jutong.sitegroup.internal.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Origin;
import org.jutong.identity.Accounts;
import org.jutong.persistence.Store;
import org.jutong.sitegroup.internal.store.InspectionRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the inspection of all sites once a night, at half past two in Beijing, on whichever node looks first. A platform
 * that stood still until six begins none that night.
 */
@Component(service = Nightly.class, immediate = true)
public final class Nightly {

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final LocalTime FROM = LocalTime.of(2, 30);
    private static final LocalTime UNTIL = LocalTime.of(6, 0);

    private final InspectionRows rows;
    private final SiteInspections inspections;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-nightly");
        made.setDaemon(true);
        return made;
    });

    /** Looks at the clock every minute. */
    @Activate
    public Nightly(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteInspections inspections,
            @Reference Clock clock) {
        this.rows = new InspectionRows(store);
        this.inspections = inspections;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        try {
            beginWhenDue();
        } catch (RuntimeException e) {
            // an exception would end the schedule
            LOG.error("The inspection of this night could not be begun", e);
        } finally {
            Origin.enter(before);
        }
    }

    /** Whether it began one. */
    boolean beginWhenDue() {
        LocalTime time = LocalTime.ofInstant(clock.instant(), BEIJING);
        return !time.isBefore(FROM)
                && time.isBefore(UNTIL)
                && rows.onceANight(InspectionWork.KIND, today(clock), () -> inspections.begin(Accounts.SYSTEM));
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), BEIJING);
    }
}
