package org.jutong.identity.internal.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whose account is whose to manage: an account belongs to the places of its grants and to its organisation, and is
 * managed by whoever holds {@code identity.manage} on all of them. Thread-safe.
 */
@Component(service = Belonging.class)
public final class Belonging {

    static final String MANAGE = "identity.manage";

    private final GrantedAuthority authority;
    private final OrganisationTree organisations;
    private final Clock clock;

    @Activate
    public Belonging(
            @Reference GrantedAuthority authority, @Reference OrganisationTree organisations, @Reference Clock clock) {
        this.authority = authority;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Passes whoever manages accounts somewhere. */
    void requireManager(Actor by) {
        authority.requireSomewhere(by, MANAGE);
    }

    /** Passes whoever manages all places that the account belongs to. */
    void requireMayManage(Actor by, Account account) {
        List<Scope> places = places(account);
        if (places.isEmpty()) {
            authority.require(by, MANAGE, Scope.EVERYWHERE);
        }
        places.forEach(place -> authority.require(by, MANAGE, place));
    }

    /** Whether the actor manages some place that the account belongs to. */
    boolean sees(Actor by, Account account) {
        return places(account).stream().anyMatch(place -> authority.allows(by, MANAGE, place))
                || authority.allows(by, MANAGE, Scope.EVERYWHERE);
    }

    /** Passes whoever manages the organisation, which must exist. */
    void requireMayPlace(Actor by, long organisation) {
        if (organisations.find(organisation).isEmpty()) {
            throw Problem.invalid("organisation_not_found", "organisation", organisation);
        }
        authority.require(by, MANAGE, new Scope.OfOrganisation(organisation));
    }

    /** The event with the account for whom the actor manages this one, where the right was handed over. */
    Event attributed(Event event, Actor by, List<Scope> places) {
        return authority.attributed(
                event, by, MANAGE, places.stream().findFirst().orElse(Scope.EVERYWHERE));
    }

    List<Scope> places(Account account) {
        Instant now = clock.instant();
        return Stream.concat(
                        authority
                                .grants(account)
                                .filter(grant -> !grant.isOver(now))
                                .map(Grant::scope),
                        account.organisation().stream().map(Scope.OfOrganisation::new))
                .distinct()
                .toList();
    }
}
