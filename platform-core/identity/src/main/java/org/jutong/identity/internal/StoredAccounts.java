package org.jutong.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jutong.identity.Accounts;
import org.jutong.identity.internal.signin.Passwords;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in the database, read from memory. */
@Component(service = Accounts.class)
public final class StoredAccounts implements Accounts {

    private static final String MANAGE = "identity.manage";
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9.-]{2,31}");
    private static final int LONGEST_DISPLAY_NAME = 50;

    private final Store store;
    private final AccountTable table;
    private final CredentialTable credentials;
    private final Roster roster;
    private final RoleBook roles;
    private final GrantedAuthority authority;
    private final StoredSessions sessions;
    private final Passwords passwords;
    private final Clock clock;

    @Activate
    public StoredAccounts(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference RoleBook roles,
            @Reference GrantedAuthority authority,
            @Reference StoredSessions sessions,
            @Reference Passwords passwords,
            @Reference Clock clock) {
        this.store = store;
        this.table = new AccountTable(store);
        this.credentials = new CredentialTable(store);
        this.roster = roster;
        this.roles = roles;
        this.authority = authority;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Account create(Actor by, NewAccount account) {
        authority.requireSomewhere(by, MANAGE);
        requireWellFormed(account);
        account.grants().forEach(grant -> requireMayGrant(by, grant));
        if (find(account.username()).isPresent()) {
            throw Problem.conflict("username_taken", account.username());
        }
        Account created =
                new Account(account.username(), account.displayName().strip(), List.copyOf(account.grants()), false);
        try {
            String hash = passwords.hash(account.password());
            store.change(em -> {
                table.insert(created, clock.instant());
                credentials.insert(StoredCredential.first(created.username(), hash, false));
            });
        } catch (DuplicateKey raced) {
            throw Problem.conflict("username_taken", account.username());
        }
        roster.reload();
        return roster.find(created.username()).orElseThrow().account();
    }

    @Override
    public Optional<Account> find(String username) {
        return roster.find(username).map(StoredAccount::account);
    }

    @Override
    public List<Account> list(Actor by) {
        authority.requireSomewhere(by, MANAGE);
        return roster.all().stream()
                .map(StoredAccount::account)
                .filter(account ->
                        account.grants().stream().anyMatch(grant -> authority.allows(by, MANAGE, grant.site())))
                .toList();
    }

    // one at a time: two administrators who disable each other would leave nobody
    @Override
    public synchronized void setDisabled(Actor by, String username, boolean disabled) {
        authority.requireSomewhere(by, MANAGE);
        Account account = find(username).orElseThrow(() -> Problem.notFound("account_not_found", username));
        account.grants().forEach(grant -> authority.require(by, MANAGE, grant.site()));
        if (disabled && isLastAdministrator(account)) {
            throw Problem.conflict("last_administrator", username);
        }
        table.setDisabled(username, disabled);
        roster.reload();
        sessions.endAll(username);
    }

    private void requireWellFormed(NewAccount account) {
        if (account.username() == null || account.username().isBlank()) {
            throw Problem.invalid("username_missing", "username");
        }
        if (!USERNAME.matcher(account.username()).matches()) {
            throw Problem.invalid("username_invalid", "username");
        }
        if (account.displayName() == null || account.displayName().isBlank()) {
            throw Problem.invalid("display_name_missing", "displayName");
        }
        if (account.displayName().strip().length() > LONGEST_DISPLAY_NAME) {
            throw Problem.invalid("display_name_too_long", "displayName", LONGEST_DISPLAY_NAME);
        }
        passwords.requireUsable(account.password(), account.username(), account.displayName());
        if (account.grants() == null || account.grants().isEmpty()) {
            throw Problem.invalid("grants_missing", "grants");
        }
    }

    /** Nobody gives away what they do not hold themselves. */
    private void requireMayGrant(Actor by, Grant grant) {
        if (!roles.exists(grant.role())) {
            throw Problem.invalid("role_not_found", "grants", grant.role());
        }
        grant.site().filter(site -> !authority.knows(site)).ifPresent(site -> {
            throw Problem.invalid("grant_site_not_found", "grants", site.value());
        });
        authority.require(by, MANAGE, grant.site());
        roles.of(grant.role()).forEach(permission -> authority.require(by, permission, grant.site()));
    }

    private boolean isLastAdministrator(Account account) {
        return isAdministrator(account)
                && roster.all().stream()
                        .map(StoredAccount::account)
                        .filter(other -> !other.username().equals(account.username()))
                        .noneMatch(StoredAccounts::isAdministrator);
    }

    private static boolean isAdministrator(Account account) {
        return !account.disabled() && account.grants().contains(Grant.everywhere(ADMINISTRATOR));
    }
}
