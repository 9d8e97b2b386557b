package org.jutong.identity.internal.rest;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.rest.GrantViews.GrantView;
import org.jutong.identity.internal.rest.UserViews.User;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.identity.internal.signin.AccountRecovery;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives accounts and grants the shape that REST shows, with the names of what they refer to. Thread-safe. */
@Component(service = Shapes.class)
public final class Shapes {

    private final RoleBook roles;
    private final OrganisationTree organisations;
    private final AccountRecovery recovery;
    private final Clock clock;

    @Activate
    public Shapes(
            @Reference RoleBook roles,
            @Reference OrganisationTree organisations,
            @Reference AccountRecovery recovery,
            @Reference Clock clock) {
        this.roles = roles;
        this.organisations = organisations;
        this.recovery = recovery;
        this.clock = clock;
    }

    User user(Account account, Locale locale) {
        Optional<String> organisation =
                account.organisation().flatMap(organisations::find).map(Organisation::name);
        return User.of(
                account,
                organisation,
                state(account),
                recovery.hasSecondFactor(account.username()),
                account.grants().stream().map(grant -> grant(grant, locale)).toList());
    }

    /** {@code active}, {@code disabled}, {@code dormant}, or {@code locked} after failed sign-ins. */
    String state(Account account) {
        return account.isActive() && recovery.isLocked(account.username())
                ? "locked"
                : account.state().name().toLowerCase(Locale.ROOT);
    }

    GrantView grant(Grant grant, Locale locale) {
        String title = roles.find(grant.role())
                .map(role -> Texts.pick(locale, role.title()))
                .orElse(grant.role());
        Optional<String> organisation = grant.scope() instanceof Scope.OfOrganisation place
                ? organisations.find(place.root()).map(Organisation::name)
                : Optional.empty();
        return GrantView.of(grant, title, organisation, clock.instant());
    }
}
