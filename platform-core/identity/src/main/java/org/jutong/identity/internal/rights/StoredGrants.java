package org.jutong.identity.internal.rights;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.GrantTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives and revokes grants. Thread-safe. */
@Component(service = StoredGrants.class)
public final class StoredGrants {

    private final Store store;
    private final GrantTable table;
    private final Roster roster;
    private final GrantRules rules;
    private final GrantedAuthority authority;
    private final Administrators administrators;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public StoredGrants(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference GrantRules rules,
            @Reference GrantedAuthority authority,
            @Reference Administrators administrators,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
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
     * Gives; permission {@code identity.grant} and all permissions of the role on all of the scope.
     *
     * @throws Problem {@code account_not_found}, {@code group_not_found} (404), {@code role_not_found},
     *     {@code grant_site_not_found}, {@code grant_column_not_found}, {@code organisation_not_found},
     *     {@code until_past}, {@code until_before_from}, {@code until_beyond_deputyship} (400), {@code grant_site_closed}, {@code grant_exists},
     *     {@code offices_mix} (409), {@code own_grants}, {@code grant_beyond_own}, {@code account_outside},
     *     {@code forbidden} and its kin (403)
     */
    public Grant give(Actor by, Holder holder, NewGrant wanted) {
        authority.requireSomewhere(by, GrantRules.GRANT);
        requireHolder(holder);
        NewGrant grant = rules.wellFormed(wanted);
        rules.requireMayGive(by, grant.role(), grant.scope(), grant.until());
        roster.people(holder).stream()
                .flatMap(name -> roster.find(name).stream())
                .forEach(stored -> rules.requireMayGiveTo(by, stored.account()));
        rules.requireOneOffice(holder, grant.role());
        if (of(holder).stream().anyMatch(held -> isSame(held, grant))) {
            throw Problem.conflict("grant_exists", grant.role());
        }
        Grant given = store.recorded(
                () -> table.insert(holder, grant, by.username(), clock.instant(), Optional.empty()),
                stored -> record(Action.GRANT_GIVE, by, stored, stored.reason()));
        roster.reload(holder);
        return given;
    }

    /**
     * Takes a grant away; the sessions of its holders end. Permission as for giving it.
     *
     * @param reason why, for the record; may be empty
     * @throws Problem {@code grant_not_found} (404), {@code last_administrator} (409), {@code own_grants},
     *     {@code grant_beyond_own}, {@code forbidden} and its kin (403)
     */
    public void revoke(Actor by, long id, String reason) {
        authority.requireSomewhere(by, GrantRules.GRANT);
        Grant grant = find(id).orElseThrow(() -> Problem.notFound("grant_not_found", id));
        rules.requireMayDeal(by, grant.role(), grant.scope());
        Collection<String> people = roster.people(grant.holder());
        administrators.keepingOne(
                () -> {
                    table.delete(id);
                    return grant;
                },
                revoked -> {
                    rules.requireNotOneself(by, people);
                    record(Action.GRANT_REVOKE, by, revoked, reason);
                });
        roster.reload(grant.holder());
        people.forEach(sessions::endAll);
    }

    /** The grant of this number, or empty. */
    public Optional<Grant> find(long id) {
        return all().filter(grant -> grant.id() == id).findFirst();
    }

    /** The grants that the actor may look at, by number: their own, and those where they give or manage. */
    public List<Grant> list(Actor by) {
        return all().filter(grant -> authority.allows(by, GrantRules.GRANT, grant.scope())
                        || authority.allows(by, "identity.manage", grant.scope())
                        || roster.people(grant.holder()).contains(by.username()))
                .sorted(Comparator.comparingLong(Grant::id))
                .toList();
    }

    /** All grants of an account, those of its groups included, in force or not. */
    public List<Grant> of(Account account) {
        return authority.grants(account).toList();
    }

    /** Records what became of a grant. */
    void record(Action action, Actor by, Grant grant, String words) {
        Event event = Event.done(action, by, "grant:" + grant.id())
                .saying(words(grant) + (words.isEmpty() ? "" : "; " + words));
        Event placed = grant.scope().site().map(event::on).orElse(event);
        audit.record(authority.attributed(placed, by, GrantRules.GRANT, grant.scope()));
    }

    private static String words(Grant grant) {
        String holder = grant.holder() instanceof Holder.User user
                ? "account:" + user.username()
                : "group:" + ((Holder.Group) grant.holder()).id();
        return holder + " role:" + grant.role() + " scope:" + ScopeWords.of(grant.scope());
    }

    private Stream<Grant> all() {
        return Stream.concat(
                roster.all().stream().flatMap(stored -> stored.account().grants().stream()),
                roster.groups().stream().flatMap(group -> group.grants().stream()));
    }

    private List<Grant> of(Holder holder) {
        return holder instanceof Holder.User user
                ? roster.find(user.username())
                        .map(stored -> stored.account().grants())
                        .orElse(List.of())
                : roster.group(((Holder.Group) holder).id()).orElseThrow().grants();
    }

    private void requireHolder(Holder holder) {
        if (holder instanceof Holder.User user && roster.find(user.username()).isEmpty()) {
            throw Problem.notFound("account_not_found", user.username());
        }
        if (holder instanceof Holder.Group group && roster.group(group.id()).isEmpty()) {
            throw Problem.notFound("group_not_found", group.id());
        }
    }

    private boolean isSame(Grant held, NewGrant wanted) {
        return !held.isOver(clock.instant())
                && held.role().equals(wanted.role())
                && held.scope().equals(wanted.scope())
                && held.from().equals(wanted.from())
                && held.until().equals(wanted.until());
    }
}
