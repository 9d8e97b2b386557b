package org.jutong.identity.internal;

import static org.jutong.identity.internal.store.ChangeTable.ACCOUNT;
import static org.jutong.identity.internal.store.ChangeTable.GROUP;
import static org.jutong.identity.internal.store.ChangeTable.ORGANISATIONS;
import static org.jutong.identity.internal.store.ChangeTable.ROLES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.identity.NodeFollower;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.identity.internal.store.ChangeTable.Change;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again, every two seconds and beside the requests, what other nodes changed of the accounts, groups, grants, roles
 * and organisations, and lets the {@link NodeFollower}s do the same with what they hold. Thread-safe.
 */
@Component(service = CatchUp.class, immediate = true)
public final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int SECONDS = 2;

    private final Changes changes;
    private final Roster roster;
    private final RoleBook roles;
    private final OrganisationTree organisations;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-identity-catch-up");
        made.setDaemon(true);
        return made;
    });
    private boolean failing;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<NodeFollower> followers = List.of();

    @Activate
    public CatchUp(
            @Reference Changes changes,
            @Reference Roster roster,
            @Reference RoleBook roles,
            @Reference OrganisationTree organisations) {
        this.changes = changes;
        this.roster = roster;
        this.roles = roles;
        this.organisations = organisations;
    }

    /** With followers, where there is no container to bring them. */
    CatchUp with(NodeFollower... given) {
        followers = List.of(given);
        return this;
    }

    @Activate
    void start() {
        clockwork.scheduleWithFixedDelay(this::runQuietly, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    private void runQuietly() {
        try {
            run();
            failing = false;
        } catch (RuntimeException e) {
            // said once: a database that is away is away for many turns; an exception would end the schedule
            if (!failing) {
                LOG.error("What other nodes changed could not be read; tried again every {} s", SECONDS, e);
            }
            failing = true;
        }
    }

    /** Follows all changes committed so far; what cannot be read is tried again by the next call. */
    public synchronized void run() {
        changes.follow(all -> {
            Map<NodeFollower, List<String>> theirs = new LinkedHashMap<>();
            for (Change change : all) {
                List<NodeFollower> of = followers.stream()
                        .filter(each -> change.subject().startsWith(each.kind() + ":"))
                        .toList();
                of.forEach(each -> theirs.computeIfAbsent(each, any -> new ArrayList<>())
                        .add(change.subject().substring(each.kind().length() + 1)));
                follow(change);
            }
            theirs.forEach(NodeFollower::follow);
        });
    }

    private void follow(Change change) {
        String subject = change.subject();
        if (subject.startsWith(ACCOUNT)) {
            roster.reload(subject.substring(ACCOUNT.length()));
        } else if (subject.startsWith(GROUP)) {
            roster.reloadGroup(subject.substring(GROUP.length()));
        } else if (subject.equals(ORGANISATIONS)) {
            organisations.reload();
        } else if (subject.equals(ROLES)) {
            roles.reload();
        }
    }
}
