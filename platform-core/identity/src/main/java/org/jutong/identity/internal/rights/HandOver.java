package org.jutong.identity.internal.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.GrantTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands duties over: for a time, when a deputy gets copies of the grants until then; or for good, when the grants move.
 * What was handed over is not handed on. Thread-safe.
 */
@Component(service = HandOver.class)
public final class HandOver {

    private static final int LONGEST_REASON = 200;

    private final GrantTable table;
    private final Roster roster;
    private final GrantRules rules;
    private final GrantedAuthority authority;
    private final Administrators administrators;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public HandOver(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference GrantRules rules,
            @Reference GrantedAuthority authority,
            @Reference Administrators administrators,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.table = new GrantTable(store);
        this.roster = roster;
        this.rules = rules;
        this.authority = authority;
        this.administrators = administrators;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Hands over; permission as for giving each grant to the deputy, and for taking it away where it moves.
     *
     * @param until when the deputy's time ends; empty where the grants move for good
     * @param reason why; not empty
     * @param which numbers of the grants; empty for all in force, those by way of a group only for a time
     * @return what the deputy holds now
     * @throws Problem {@code account_not_found} (404), {@code text_missing}, {@code until_past} (400),
     *     {@code nothing_to_hand_over}, {@code handed_over_already}, {@code offices_mix},
     *     {@code last_administrator} (409), and what giving is refused with
     */
    public List<Grant> handOver(
            Actor by, String from, String to, Optional<Instant> until, String reason, Set<Long> which) {
        authority.requireSomewhere(by, GrantRules.GRANT);
        Account giver = require(from);
        Account deputy = require(to);
        String why = PlainText.required("reason", reason, LONGEST_REASON);
        Instant now = clock.instant();
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw Problem.invalid("until_past", "until");
        }
        List<Grant> duties = duties(giver, until.isPresent(), which, now);
        duties.forEach(grant -> rules.requireMayGive(
                by, grant.role(), grant.scope(), copy(grant, until, why).until()));
        rules.requireMayGiveTo(by, deputy);
        List<Grant> given = administrators.keepingOne(
                () -> {
                    if (until.isEmpty()) {
                        duties.forEach(grant -> table.delete(grant.id()));
                    }
                    List<Grant> stored = new ArrayList<>();
                    duties.forEach(grant -> stored.add(table.insert(
                            new Holder.User(to), copy(grant, until, why), by.username(), now, Optional.of(from))));
                    return stored;
                },
                stored -> {
                    if (until.isEmpty()) {
                        rules.requireNotOneself(by, Set.of(from));
                    }
                    rules.requireOneOffice(
                            to, authority.grants(deputy), stored.stream().map(Grant::role));
                    Event event = Event.done(Action.DUTIES_HAND_OVER, by, "account:" + from)
                            .saying("account:" + to + " "
                                    + stored.stream()
                                            .map(grant -> "grant:" + grant.id() + " role:" + grant.role())
                                            .collect(Collectors.joining(", "))
                                    + until.map(end -> " until " + end).orElse(" for good") + "; " + why);
                    audit.record(authority.attributed(
                            event, by, GrantRules.GRANT, stored.get(0).scope()));
                });
        roster.reload(from);
        roster.reload(to);
        if (until.isEmpty()) {
            sessions.endAll(from);
        }
        return given;
    }

    private List<Grant> duties(Account giver, boolean copied, Set<Long> which, Instant now) {
        Stream<Grant> held = copied ? authority.grants(giver) : giver.grants().stream();
        List<Grant> chosen = held.filter(grant -> grant.inForce(now))
                .filter(grant -> which.contains(grant.id())
                        || which.isEmpty() && grant.handedOverFrom().isEmpty())
                .toList();
        if (chosen.stream().anyMatch(grant -> grant.handedOverFrom().isPresent())) {
            throw Problem.conflict("handed_over_already");
        }
        if (chosen.isEmpty() || !which.isEmpty() && chosen.size() != which.size()) {
            throw Problem.conflict("nothing_to_hand_over", giver.username());
        }
        return chosen;
    }

    /** A copy ends with the deputy's time, or with the grant itself where that is sooner. */
    private static NewGrant copy(Grant grant, Optional<Instant> until, String reason) {
        Optional<Instant> end =
                Stream.concat(until.stream(), grant.until().stream()).min(Instant::compareTo);
        return new NewGrant(grant.role(), grant.scope(), Optional.empty(), end, reason);
    }

    private Account require(String username) {
        return roster.find(String.valueOf(username))
                .orElseThrow(() -> Problem.notFound("account_not_found", String.valueOf(username)))
                .account();
    }
}
