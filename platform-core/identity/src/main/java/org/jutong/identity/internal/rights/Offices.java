package org.jutong.identity.internal.rights;

import static org.jutong.identity.Accounts.ADMINISTRATOR;
import static org.jutong.identity.Accounts.AUDIT_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SECURITY_ADMINISTRATOR;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.identity.Grant;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.Roster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The three offices (三员): who administers the system, who administers rights and who administers the audit record are
 * different people (GB/T 22239-2019, 8.1.5). As long as nobody holds one of the latter two on the whole platform, the
 * administrators of the whole platform stand in. Thread-safe.
 */
@Component(service = Offices.class)
public final class Offices {

    private final Roster roster;
    private final RoleBook roles;
    private final Clock clock;

    @Activate
    public Offices(@Reference Roster roster, @Reference RoleBook roles, @Reference Clock clock) {
        this.roster = roster;
        this.roles = roles;
        this.clock = clock;
    }

    /** Whether somebody who may sign in holds the office on the whole platform now. */
    public boolean isFilled(String office) {
        Instant now = clock.instant();
        return roster.grantsOf(office).stream()
                .filter(grant -> grant.scope() instanceof Scope.Everywhere && grant.inForce(now))
                .flatMap(grant -> roster.people(grant.holder()).stream())
                .anyMatch(name -> roster.findEnabled(name).isPresent());
    }

    /** The offices that nobody holds. */
    public List<String> vacant() {
        return Stream.of(SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR)
                .filter(office -> !isFilled(office))
                .toList();
    }

    /** Whether the grant holds the permission only because an office is vacant. */
    boolean standsIn(Grant grant, String permission) {
        return ADMINISTRATOR.equals(grant.role())
                && grant.scope() instanceof Scope.Everywhere
                && roles.isDeclared(permission)
                && !roles.gives(ADMINISTRATOR, permission)
                && roles.otherOfficesWith(permission).noneMatch(this::isFilled);
    }

    /** The offices that these grants make their holder's, now or later. */
    Set<String> of(Stream<Grant> grants) {
        Instant now = clock.instant();
        return grants.filter(grant -> !grant.isOver(now))
                .flatMap(grant -> roles.officeOf(grant.role()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
