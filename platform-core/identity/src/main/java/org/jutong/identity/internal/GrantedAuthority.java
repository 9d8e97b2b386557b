package org.jutong.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Grant;
import org.jutong.identity.Authority;
import org.jutong.identity.SiteTree;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Rights from the grants in memory. Until the site group is there, a grant counts on the very site it names alone. */
@Component(service = {Authority.class, GrantedAuthority.class})
public final class GrantedAuthority implements Authority {

    private final Roster roster;
    private final RoleBook roles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile SiteTree tree;

    @Activate
    public GrantedAuthority(@Reference Roster roster, @Reference RoleBook roles) {
        this.roster = roster;
        this.roles = roles;
    }

    @Override
    public boolean allows(Actor actor, String permission, SiteCode site) {
        return allows(actor, permission, Optional.of(site));
    }

    @Override
    public boolean allows(Actor actor, String permission, SiteCode site, String column) {
        return allows(actor, permission, site);
    }

    @Override
    public boolean isDeclared(String permission) {
        return roles.of(Accounts.ADMINISTRATOR).contains(permission);
    }

    /** {@link #allows(Actor, String, SiteCode)}, or for no site whether a grant on the whole platform gives it. */
    public boolean allows(Actor actor, String permission, Optional<SiteCode> site) {
        return isSystem(actor) || grants(actor, on(site)).anyMatch(grant -> roles.gives(grant.role(), permission));
    }

    /** Passes or refuses, as {@link #require(Actor, String, SiteCode)}; no site stands for the whole platform. */
    public void require(Actor actor, String permission, Optional<SiteCode> site) {
        if (site.isPresent()) {
            require(actor, permission, site.get());
        } else {
            require(actor, permission, allows(actor, permission, site), "forbidden_everywhere");
        }
    }

    /** Passes or refuses somebody who holds the permission on no site at all. */
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

    @Override
    public boolean allowsSomewhere(Actor actor, String permission) {
        return isSystem(actor) || grants(actor, grant -> true).anyMatch(grant -> roles.gives(grant.role(), permission));
    }

    @Override
    public Set<String> permissions(Actor actor, SiteCode site) {
        return permissions(actor, on(Optional.of(site)));
    }

    /** All permissions that the actor holds on any site. */
    public Set<String> permissionsSomewhere(Actor actor) {
        return permissions(actor, grant -> true);
    }

    @Override
    public Set<SiteCode> roots(Actor actor) {
        Set<SiteCode> roots = new TreeSet<>();
        Stream<Grant> grants =
                isSystem(actor) ? Stream.of(Grant.everywhere(Accounts.ADMINISTRATOR)) : grants(actor, grant -> true);
        grants.map(grant -> grant.site().or(this::top))
                .flatMap(Optional::stream)
                .forEach(roots::add);
        return roots;
    }

    /** Whether the site exists, as far as can be told now. */
    public boolean knows(SiteCode site) {
        SiteTree known = tree;
        return known == null || !known.pathToRoot(site).isEmpty();
    }

    private Set<String> permissions(Actor actor, Predicate<Grant> counts) {
        if (isSystem(actor)) {
            return roles.of(Accounts.ADMINISTRATOR);
        }
        Set<String> held = new TreeSet<>();
        grants(actor, counts).forEach(grant -> held.addAll(roles.of(grant.role())));
        return held;
    }

    private Stream<Grant> grants(Actor actor, Predicate<Grant> counts) {
        return roster.findEnabled(actor.username())
                .map(stored -> stored.account().grants().stream().filter(counts))
                .orElseGet(Stream::empty);
    }

    private Predicate<Grant> on(Optional<SiteCode> site) {
        List<SiteCode> path = site.map(this::path).orElse(List.of());
        return grant -> grant.site().map(path::contains).orElse(true);
    }

    private List<SiteCode> path(SiteCode site) {
        SiteTree known = tree;
        List<SiteCode> path = known == null ? List.of() : known.pathToRoot(site);
        return path.isEmpty() ? List.of(site) : path;
    }

    private Optional<SiteCode> top() {
        SiteTree known = tree;
        return known == null ? Optional.empty() : known.root();
    }

    private static boolean isSystem(Actor actor) {
        return Accounts.SYSTEM.username().equals(actor.username());
    }
}
