package org.jutong.identity.internal.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.Administrators;
import org.jutong.identity.internal.rights.GrantRules;
import org.jutong.identity.internal.rights.ScopeWords;
import org.jutong.identity.internal.signin.Passwords;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.GrantTable;
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

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9.-]{2,31}");
    private static final int LONGEST_DISPLAY_NAME = 100;

    private final Store store;
    private final AccountTable table;
    private final CredentialTable credentials;
    private final GrantTable grants;
    private final Roster roster;
    private final Belonging belonging;
    private final GrantRules rules;
    private final Administrators administrators;
    private final StoredSessions sessions;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public StoredAccounts(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference Belonging belonging,
            @Reference GrantRules rules,
            @Reference Administrators administrators,
            @Reference StoredSessions sessions,
            @Reference Passwords passwords,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.table = new AccountTable(store);
        this.credentials = new CredentialTable(store);
        this.grants = new GrantTable(store);
        this.roster = roster;
        this.belonging = belonging;
        this.rules = rules;
        this.administrators = administrators;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Account create(Actor by, NewAccount account) {
        belonging.requireManager(by);
        requireUsername(account.username());
        String name = PlainText.required("displayName", account.displayName(), LONGEST_DISPLAY_NAME);
        passwords.requireUsable(account.password(), account.username(), name);
        List<NewGrant> wanted =
                account.grants().stream().map(rules::wellFormed).distinct().toList();
        if (wanted.isEmpty() && account.organisation().isEmpty()) {
            throw Problem.invalid("grants_missing", "grants");
        }
        account.organisation().ifPresent(organisation -> belonging.requireMayPlace(by, organisation));
        wanted.forEach(grant -> rules.requireMayGive(by, grant.role(), grant.scope(), grant.until()));
        rules.requireOneOffice(
                account.username(), Stream.empty(), wanted.stream().map(NewGrant::role));
        if (find(account.username()).isPresent()) {
            throw Problem.conflict("username_taken", account.username());
        }
        String hash = passwords.hash(account.password());
        try {
            store.recorded(
                    () -> insert(by, account, name, wanted, hash),
                    username -> record(Action.ACCOUNT_CREATE, by, username, places(wanted), words(wanted)));
        } catch (DuplicateKey raced) {
            throw Problem.conflict("username_taken", account.username());
        }
        roster.reload(account.username());
        return find(account.username()).orElseThrow();
    }

    private String insert(Actor by, NewAccount account, String name, List<NewGrant> wanted, String hash) {
        Instant now = clock.instant();
        table.insert(account.username(), name, account.organisation(), account.source(), now);
        credentials.insert(
                account.source().equals(LOCAL)
                        ? StoredCredential.first(account.username(), hash, !account.keepPassword())
                        : StoredCredential.external(account.username()));
        Holder holder = new Holder.User(account.username());
        wanted.forEach(grant -> grants.insert(holder, grant, by.username(), now, Optional.empty()));
        return account.username();
    }

    @Override
    public Optional<Account> find(String username) {
        return roster.find(username).map(StoredAccount::account);
    }

    @Override
    public List<Account> list(Actor by) {
        belonging.requireManager(by);
        return roster.all().stream()
                .map(StoredAccount::account)
                .filter(account -> belonging.sees(by, account))
                .toList();
    }

    @Override
    public Account change(Actor by, String username, AccountChange change) {
        Account account = requireManaged(by, username);
        String name = change.displayName()
                .map(given -> PlainText.required("displayName", given, LONGEST_DISPLAY_NAME))
                .orElse(account.displayName());
        Optional<Long> organisation =
                change.organisation().or(account::organisation).filter(number -> number != 0);
        organisation
                .filter(number -> change.organisation().isPresent())
                .ifPresent(number -> belonging.requireMayPlace(by, number));
        store.recorded(
                () -> {
                    table.change(username, name, organisation);
                    return username;
                },
                changed -> record(Action.ACCOUNT_CHANGE, by, changed, belonging.places(account), ""));
        roster.reload(username);
        return find(username).orElseThrow();
    }

    @Override
    public void setDisabled(Actor by, String username, boolean disabled) {
        List<Scope> places = belonging.places(requireManaged(by, username));
        administrators.keepingOne(
                () -> {
                    if (disabled) {
                        table.disable(username);
                    } else {
                        table.enable(username, clock.instant());
                    }
                    return username;
                },
                changed -> record(disabled ? Action.ACCOUNT_DISABLE : Action.ACCOUNT_ENABLE, by, changed, places, ""));
        roster.reload(username);
        sessions.endAll(username);
    }

    private Account requireManaged(Actor by, String username) {
        belonging.requireManager(by);
        Account account = find(username).orElseThrow(() -> Problem.notFound("account_not_found", username));
        belonging.requireMayManage(by, account);
        return account;
    }

    private static void requireUsername(String username) {
        if (username == null || username.isBlank()) {
            throw Problem.invalid("username_missing", "username");
        }
        if (!USERNAME.matcher(username).matches()) {
            throw Problem.invalid("username_invalid", "username");
        }
    }

    private void record(Action action, Actor by, String username, List<Scope> places, String words) {
        Event event = Event.done(action, by, "account:" + username).saying(words);
        audit.record(belonging.attributed(event, by, places));
    }

    private static List<Scope> places(List<NewGrant> wanted) {
        return wanted.stream().map(NewGrant::scope).toList();
    }

    private static String words(List<NewGrant> wanted) {
        return wanted.stream()
                .map(grant -> grant.role() + "@" + ScopeWords.of(grant.scope()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
