package org.jutong.identity.internal.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.audit.Origin;
import org.jutong.identity.Accounts;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.Administrators;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars accounts that nobody has used for long, once a day: {@code JUTONG_DORMANT_DAYS} days, 90 if it is not set, from
 * 7 to 3,650. Never the last administrator. Whoever manages the account enables it again.
 */
@Component(service = Dormancy.class, immediate = true)
public final class Dormancy {

    private static final Logger LOG = LoggerFactory.getLogger(Dormancy.class);
    private static final int USUAL_DAYS = 90;
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 3650;

    private final AccountTable table;
    private final Roster roster;
    private final Administrators administrators;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final Duration patience;
    private final Optional<ScheduledExecutorService> daily;

    @Activate
    public Dormancy(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference Administrators administrators,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(store, roster, administrators, sessions, audit, clock, System.getenv("JUTONG_DORMANT_DAYS"), true);
    }

    /** @param scheduled whether it runs by itself */
    public Dormancy(
            Store store,
            Roster roster,
            Administrators administrators,
            StoredSessions sessions,
            Audit audit,
            Clock clock,
            String days,
            boolean scheduled) {
        this.table = new AccountTable(store);
        this.roster = roster;
        this.administrators = administrators;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.patience = patience(days);
        this.daily = scheduled ? Optional.of(schedule()) : Optional.empty();
    }

    private static Duration patience(String days) {
        String given = Optional.ofNullable(days).filter(text -> !text.isBlank()).orElse("" + USUAL_DAYS);
        if (!given.strip().matches("\\d{1,4}")
                || Integer.parseInt(given.strip()) < LEAST_DAYS
                || Integer.parseInt(given.strip()) > MOST_DAYS) {
            throw new IllegalStateException(
                    "JUTONG_DORMANT_DAYS must be a number of days from 7 to 3650, not " + given);
        }
        return Duration.ofDays(Integer.parseInt(given.strip()));
    }

    private ScheduledExecutorService schedule() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "jutong-dormant-accounts");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::runQuietly, 1, 24 * 60L, TimeUnit.MINUTES);
        return thread;
    }

    @Deactivate
    void stop() {
        daily.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    private void runQuietly() {
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        try {
            run();
        } catch (RuntimeException e) {
            // tomorrow is another day; an exception would end the schedule
            LOG.error("Dormant accounts could not be looked for", e);
        } finally {
            Origin.enter(before);
        }
    }

    /** Bars those who are due; answers their names. */
    public List<String> run() {
        Instant limit = clock.instant().minus(patience);
        // not from memory: who signs in on another node is in use
        return table.all().stream()
                .filter(stored ->
                        stored.account().isActive() && stored.lastUsed().isBefore(limit))
                .filter(this::bar)
                .map(stored -> stored.account().username())
                .toList();
    }

    private boolean bar(StoredAccount stored) {
        String username = stored.account().username();
        try {
            administrators.keepingOne(
                    () -> {
                        table.fallAsleep(username);
                        return username;
                    },
                    barred -> audit.record(Event.done(Action.ACCOUNT_EXPIRE, Accounts.SYSTEM, "account:" + barred)
                            .saying("not used since " + stored.lastUsed())));
        } catch (Problem kept) {
            if (!kept.code().equals("last_administrator")) {
                throw kept;
            }
            LOG.warn(
                    "{} was not used for {} days and stays enabled: the last administrator",
                    username,
                    patience.toDays());
            return false;
        }
        roster.reload(username);
        sessions.endAll(username);
        return true;
    }
}
