package org.jutong.identity.internal.rights;

import static org.jutong.identity.Accounts.SECURITY_ADMINISTRATOR;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.Roster;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who may give what to whom (分级授权): what one holds oneself, where one holds it, to people who have nothing elsewhere,
 * and never to oneself. The security administrator gives what is nobody's own to use: that is the office. Thread-safe.
 */
@Component(service = GrantRules.class)
public final class GrantRules {

    /** The permission to give and revoke. */
    public static final String GRANT = "identity.grant";

    private static final int LONGEST_REASON = 200;

    private final Roster roster;
    private final RoleBook roles;
    private final Offices offices;
    private final Reach reach;
    private final OrganisationTree organisations;
    private final GrantedAuthority authority;
    private final Clock clock;

    @Activate
    public GrantRules(
            @Reference Roster roster,
            @Reference RoleBook roles,
            @Reference Offices offices,
            @Reference Reach reach,
            @Reference OrganisationTree organisations,
            @Reference GrantedAuthority authority,
            @Reference Clock clock) {
        this.roster = roster;
        this.roles = roles;
        this.offices = offices;
        this.reach = reach;
        this.organisations = organisations;
        this.authority = authority;
        this.clock = clock;
    }

    /** The grant as it may be stored: it names what exists, where something can still be done, in time to come. */
    public NewGrant wellFormed(NewGrant grant) {
        if (grant.role() == null || roles.find(grant.role()).isEmpty()) {
            throw Problem.invalid("role_not_found", "role", String.valueOf(grant.role()));
        }
        requirePlace(grant.scope());
        Instant now = clock.instant();
        if (grant.until().filter(until -> !until.isAfter(now)).isPresent()) {
            throw Problem.invalid("until_past", "until");
        }
        if (grant.until().isPresent()
                && grant.from()
                        .filter(from -> !from.isBefore(grant.until().get()))
                        .isPresent()) {
            throw Problem.invalid("until_before_from", "until");
        }
        String reason = PlainText.optional("reason", grant.reason(), LONGEST_REASON);
        return new NewGrant(grant.role(), grant.scope(), grant.from(), grant.until(), reason);
    }

    private void requirePlace(Scope scope) {
        scope.site().ifPresent(site -> {
            if (!reach.knows(site)) {
                throw Problem.invalid("grant_site_not_found", "site", site.value());
            }
            if (!reach.isOpen(site)) {
                throw Problem.conflict("grant_site_closed", site.value());
            }
        });
        if (scope instanceof Scope.OfColumn column
                && reach.columnPath(column.owner(), column.root()).isEmpty()) {
            throw Problem.invalid(
                    "grant_column_not_found",
                    "column",
                    column.root(),
                    column.owner().value());
        }
        if (scope instanceof Scope.OfOrganisation held
                && organisations.find(held.root()).isEmpty()) {
            throw Problem.invalid("organisation_not_found", "organisation", held.root());
        }
    }

    /** Passes whoever may give or revoke this role there. */
    public void requireMayDeal(Actor by, String role, Scope scope) {
        authority.require(by, GRANT, scope);
        if (GrantedAuthority.isSystem(by) || isSecurityAdministrator(by)) {
            return;
        }
        roles.of(role).stream()
                .filter(permission -> !authority.allows(by, permission, scope))
                .findFirst()
                .ifPresent(permission -> {
                    throw Problem.forbidden("grant_beyond_own", role, permission);
                });
    }

    /**
     * Passes whoever may give this role there until then. Whoever holds the right to give only as somebody's deputy gives
     * for that time at most.
     */
    public void requireMayGive(Actor by, String role, Scope scope, Optional<Instant> until) {
        requireMayDeal(by, role, scope);
        List<Grant> held = authority.that(by, GRANT, scope).toList();
        boolean standsIn = held.stream()
                .allMatch(grant ->
                        grant.handedOverFrom().isPresent() && grant.until().isPresent());
        Optional<Instant> end = held.stream()
                .flatMap(grant -> grant.until().stream())
                .max(Comparator.naturalOrder())
                .filter(last -> standsIn);
        if (end.isPresent()
                && until.filter(wanted -> !wanted.isAfter(end.get())).isEmpty()) {
            throw Problem.invalid("until_beyond_deputyship", "until", end.get().toString());
        }
    }

    /** Passes whoever may give something to this account: nothing that it holds is out of their reach. */
    public void requireMayGiveTo(Actor by, Account account) {
        requireNotOneself(by, Set.of(account.username()));
        Instant now = clock.instant();
        if (!authority
                .grants(account)
                .filter(grant -> !grant.isOver(now))
                .allMatch(grant -> authority.allows(by, GRANT, grant.scope()))) {
            throw Problem.forbidden("account_outside", account.username());
        }
    }

    /** Nobody changes their own rights, directly or by way of a group. */
    public void requireNotOneself(Actor by, Collection<String> people) {
        if (people.contains(by.username())) {
            throw Problem.forbidden("own_grants");
        }
    }

    /**
     * Whether the actor may act for somebody who holds these grants, such as set a password: the rule for giving them.
     * Nobody stands in for another office: one person would hold two of them. Whoever cannot sign in any more to an
     * office is disabled, and somebody else is appointed.
     */
    public void requireMayStandIn(Actor by, Account account) {
        Instant now = clock.instant();
        requireNoOtherOffice(by, account);
        authority
                .grants(account)
                .filter(grant -> !grant.isOver(now))
                .forEach(grant -> requireMayDeal(by, grant.role(), grant.scope()));
    }

    private void requireNoOtherOffice(Actor by, Account account) {
        Set<String> own = roster.find(by.username())
                .map(stored -> offices.of(authority.grants(stored.account())))
                .orElse(Set.of());
        if (!GrantedAuthority.isSystem(by) && !own.containsAll(offices.of(authority.grants(account)))) {
            throw Problem.forbidden("office_credentials", account.username());
        }
    }

    /** Whoever holds the grant now and has this role besides must not have two offices. */
    public void requireOneOffice(Holder holder, String role) {
        roster.people(holder).stream()
                .flatMap(name -> roster.find(name).stream())
                .forEach(stored -> requireOneOffice(
                        stored.account().username(), authority.grants(stored.account()), Stream.of(role)));
    }

    /** The grants that somebody has and the roles that are to come must not be of two offices. */
    public void requireOneOffice(String username, Stream<Grant> grants, Stream<String> more) {
        requireOne(username, offices.of(grants), more.flatMap(role -> roles.officeOf(role).stream()));
    }

    /** The same for an office that is to come. */
    void requireOneOffice(String username, Stream<Grant> grants, String office) {
        requireOne(username, offices.of(grants), Stream.of(office));
    }

    private static void requireOne(String username, Set<String> held, Stream<String> more) {
        more.forEach(held::add);
        if (held.size() > 1) {
            throw Problem.conflict("offices_mix", username, String.join(", ", held));
        }
    }

    private boolean isSecurityAdministrator(Actor by) {
        Instant now = clock.instant();
        return roster.findEnabled(by.username()).stream()
                .flatMap(stored -> authority.grants(stored.account()))
                .anyMatch(grant -> grant.role().equals(SECURITY_ADMINISTRATOR)
                        && grant.scope() instanceof Scope.Everywhere
                        && grant.inForce(now));
    }
}
