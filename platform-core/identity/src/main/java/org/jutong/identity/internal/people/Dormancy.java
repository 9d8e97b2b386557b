package org.jutong.identity.internal.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts;
import org.jutong.identity.internal.Daily;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.Administrators;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.identity.internal.store.TokenTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars accounts that nobody has used for long, by a program's token neither, once a day: {@code JUTONG_DORMANT_DAYS} days, 90 if it is not set, from
 * 7 to 3,650. Never the last administrator. Whoever manages the account enables it again.
 */
@Component(service = Dormancy.class, immediate = true)
public final class Dormancy {

    private static final Logger LOG = LoggerFactory.getLogger(Dormancy.class);
    private static final int USUAL_DAYS = 90;
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 3650;

    private final AccountTable table;
    private final TokenTable tokens;
    private final Roster roster;
    private final Administrators administrators;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final Duration patience;
    private final Daily daily = new Daily("dormant-accounts", this::run);

    @Activate
    public Dormancy(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference Administrators administrators,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(store, roster, administrators, sessions, audit, clock, System.getenv("JUTONG_DORMANT_DAYS"));
    }

    public Dormancy(
            Store store,
            Roster roster,
            Administrators administrators,
            StoredSessions sessions,
            Audit audit,
            Clock clock,
            String days) {
        this.table = new AccountTable(store);
        this.tokens = new TokenTable(store);
        this.roster = roster;
        this.administrators = administrators;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.patience = Daily.days("JUTONG_DORMANT_DAYS", days, USUAL_DAYS, LEAST_DAYS, MOST_DAYS);
    }

    @Activate
    void start() {
        daily.start();
    }

    @Deactivate
    void stop() {
        daily.stop();
    }

    /** Bars those who are due; answers their names. */
    public List<String> run() {
        Instant limit = clock.instant().minus(patience);
        Set<String> byProgram = tokens.usersSince(limit);
        // not from memory: who signs in on another node is in use
        return table.all().stream()
                .filter(stored ->
                        stored.account().isActive() && stored.lastUsed().isBefore(limit))
                .filter(stored -> !byProgram.contains(stored.account().username()))
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
