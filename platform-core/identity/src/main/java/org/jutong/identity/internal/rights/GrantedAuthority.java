package org.jutong.identity.internal.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Authority;
import org.jutong.identity.Grant;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rights from the grants in memory, each question answered from the grants of the one who acts. */
@Component(service = {Authority.class, GrantedAuthority.class})
public final class GrantedAuthority implements Authority {

    private final Roster roster;
    private final RoleBook roles;
    private final Offices offices;
    private final Reach reach;
    private final Clock clock;

    @Activate
    public GrantedAuthority(
            @Reference Roster roster,
            @Reference RoleBook roles,
            @Reference Offices offices,
            @Reference Reach reach,
            @Reference Clock clock) {
        this.roster = roster;
        this.roles = roles;
        this.offices = offices;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public boolean allows(Actor actor, String permission, SiteCode site) {
        return allows(actor, permission, new Scope.OfSite(site));
    }

    @Override
    public boolean allows(Actor actor, String permission, SiteCode site, String column) {
        return allows(actor, permission, new Scope.OfColumn(site, column));
    }

    /** Whether the actor holds the permission on all of the scope. */
    public boolean allows(Actor actor, String permission, Scope scope) {
        return isSystem(actor)
                ? roles.isDeclared(permission)
                : that(actor, permission, scope).findAny().isPresent();
    }

    @Override
    public boolean isDeclared(String permission) {
        return roles.isDeclared(permission);
    }

    @Override
    public boolean allowsSomewhere(Actor actor, String permission) {
        return isSystem(actor)
                ? roles.isDeclared(permission)
                : inForce(actor).anyMatch(grant -> gives(grant, permission));
    }

    @Override
    public boolean allowsWithin(Actor actor, String permission, SiteCode site) {
        return allows(actor, permission, site)
                || inForce(actor)
                        .anyMatch(grant -> grant.scope() instanceof Scope.OfColumn column
                                && column.owner().equals(site)
                                && gives(grant, permission));
    }

    @Override
    public boolean allowsEverywhere(Actor actor, String permission) {
        return allows(actor, permission, Scope.EVERYWHERE);
    }

    @Override
    public Set<String> permissions(Actor actor, SiteCode site) {
        return permissions(actor, grant -> reach.covers(grant.scope(), new Scope.OfSite(site)));
    }

    /** All permissions that the actor holds anywhere. */
    public Set<String> permissionsSomewhere(Actor actor) {
        return permissions(actor, grant -> true);
    }

    @Override
    public Set<SiteCode> roots(Actor actor) {
        Stream<Scope> scopes =
                isSystem(actor) ? Stream.of(Scope.EVERYWHERE) : inForce(actor).map(Grant::scope);
        return scopes.flatMap(reach::roots).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<String> behalf(Actor actor, String permission, SiteCode site) {
        return behalf(actor, permission, new Scope.OfSite(site));
    }

    /** The account for whom the actor does this on the scope; empty where the right is the actor's own. */
    public Optional<String> behalf(Actor actor, String permission, Scope scope) {
        List<Grant> by = that(actor, permission, scope).toList();
        return by.stream().allMatch(grant -> grant.handedOverFrom().isPresent())
                ? by.stream().flatMap(grant -> grant.handedOverFrom().stream()).findFirst()
                : Optional.empty();
    }

    /** The event with the account for whom the actor does this, where the right was handed over. */
    public Event attributed(Event event, Actor by, String permission, Scope scope) {
        return behalf(by, permission, scope).map(event::onBehalfOf).orElse(event);
    }

    /** The offices that the actor holds, on the whole platform or a part of it. */
    public Set<String> offices(Actor actor) {
        return offices.of(inForce(actor));
    }

    /** Whether the actor is an administrator of the whole platform. */
    public boolean isAdministrator(Actor actor) {
        return inForce(actor)
                .anyMatch(grant ->
                        grant.role().equals(Accounts.ADMINISTRATOR) && grant.scope() instanceof Scope.Everywhere);
    }

    /** Whether any grant of the actor is in force. */
    public boolean holdsAnything(Actor actor) {
        return inForce(actor).findAny().isPresent();
    }

    /** The vacant offices whose permissions the actor has for the time being. */
    public List<String> standsInFor(Actor actor) {
        return isAdministrator(actor) ? offices.vacant() : List.of();
    }

    /** Passes or refuses: the actor needs the permission on all of the scope. */
    public void require(Actor actor, String permission, Scope scope) {
        if (scope instanceof Scope.OfSite site) {
            require(actor, permission, site.root());
        } else {
            String refusal = scope instanceof Scope.Everywhere ? "forbidden_everywhere" : "forbidden_there";
            require(actor, permission, allows(actor, permission, scope), refusal);
        }
    }

    /** Passes or refuses somebody who holds the permission nowhere at all. */
    public void requireSomewhere(Actor actor, String permission) {
        require(actor, permission, allowsSomewhere(actor, permission), "forbidden_anywhere");
    }

    private static void require(Actor actor, String permission, boolean allowed, String refusal) {
        if (!actor.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        if (!allowed) {
            throw Problem.forbidden(refusal, permission);
        }
    }

    /** The actor's grants in force that hold the permission on all of the scope. */
    Stream<Grant> that(Actor actor, String permission, Scope scope) {
        return inForce(actor).filter(grant -> gives(grant, permission) && reach.covers(grant.scope(), scope));
    }

    /** Whether the grant, if it is in force, holds the permission where it counts. */
    boolean gives(Grant grant, String permission) {
        return roles.gives(grant.role(), permission) || offices.standsIn(grant, permission);
    }

    /** All grants of an account, its groups' included, in force or not. */
    public Stream<Grant> grants(Account account) {
        return Stream.concat(
                account.grants().stream(),
                account.groups().stream()
                        .flatMap(id -> roster.group(id).stream())
                        .flatMap(group -> group.grants().stream()));
    }

    private Stream<Grant> inForce(Actor actor) {
        Instant now = clock.instant();
        return roster.findEnabled(actor.username()).map(StoredAccount::account).stream()
                .flatMap(this::grants)
                .filter(grant -> grant.inForce(now));
    }

    private Set<String> permissions(Actor actor, Predicate<Grant> counts) {
        Collection<Grant> held = inForce(actor).filter(counts).toList();
        return roles.declared().stream()
                .map(permission -> permission.id())
                .filter(permission -> isSystem(actor) || held.stream().anyMatch(grant -> gives(grant, permission)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isSystem(Actor actor) {
        return Accounts.SYSTEM.username().equals(actor.username());
    }
}
