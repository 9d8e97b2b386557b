package org.jutong.identity.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.identity.Tokens;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.identity.internal.store.StoredToken;
import org.jutong.identity.internal.store.TokenTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tokens in the database, asked at each use: one that is revoked opens nothing any more, on any node. A token is
 * {@code jt_} and 256 random bits; the database has its hash alone.
 */
@Component(service = {Tokens.class, StoredTokens.class})
public final class StoredTokens implements Tokens {

    static final Duration LONGEST = Duration.ofDays(366);
    static final int PER_ACCOUNT = 50;

    private static final String PREFIX = "jt_";
    private static final int LENGTH = 46;
    private static final int LONGEST_NAME = 100;

    // the stored time of last use may lag by this much
    private static final Duration LAG = Duration.ofMinutes(1);

    private final Store store;
    private final TokenTable table;
    private final CredentialTable credentialTable;
    private final Credentials credentials;
    private final AllHolders holders;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public StoredTokens(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Credentials credentials,
            @Reference AllHolders holders,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.table = new TokenTable(store);
        this.credentialTable = new CredentialTable(store);
        this.credentials = credentials;
        this.holders = holders;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refused too where the account owes a duty: what somebody else may know must not open anything by itself. */
    @Override
    public Optional<Bearer> resume(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return table.find(Secrets.hash(token))
                .filter(stored -> now.isBefore(stored.expires()))
                .flatMap(stored -> holders.active(stored.username())
                        .map(Holder::actor)
                        .filter(this::owesNothing)
                        .map(actor -> use(stored, actor, now)));
    }

    /**
     * Makes a token; the answer is the only place that ever shows it.
     *
     * @throws Problem {@code token_name_missing}, {@code token_name_too_long} (100 characters), {@code token_permissions_missing},
     *     {@code token_permission_not_held}, {@code token_expires_missing}, {@code token_expires_invalid} (later than now, within 366
     *     days) (400), {@code too_many_tokens} (409, 50)
     */
    public Made create(Actor actor, String name, Set<String> permissions, Instant expires) {
        Instant now = clock.instant();
        if (name == null || name.isBlank()) {
            throw Problem.invalid("token_name_missing", "name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Problem.invalid("token_name_too_long", "name", LONGEST_NAME);
        }
        if (permissions == null || permissions.isEmpty() || permissions.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("token_permissions_missing", "permissions");
        }
        permissions.stream()
                .filter(permission ->
                        !authority.isDeclared(permission) || !authority.allowsSomewhere(actor, permission))
                .findFirst()
                .ifPresent(permission -> {
                    throw Problem.invalid("token_permission_not_held", "permissions", permission);
                });
        if (expires == null) {
            throw Problem.invalid("token_expires_missing", "expires");
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid("token_expires_invalid", "expires", LONGEST.toDays());
        }
        String token = PREFIX + Secrets.make();
        StoredToken stored = new StoredToken(
                Secrets.id(),
                Secrets.hash(token),
                actor.username(),
                name.strip().replaceAll("\\p{Cntrl}", " "),
                permissions,
                now,
                expires,
                Optional.empty());
        store.recorded(
                () -> {
                    if (table.of(actor.username()).size() >= PER_ACCOUNT) {
                        throw Problem.conflict("too_many_tokens", PER_ACCOUNT);
                    }
                    table.insert(stored);
                    return stored;
                },
                made -> audit.record(Event.done(Action.TOKEN_CREATE, actor, object(made))
                        .saying(String.join(" ", new TreeSet<>(permissions)) + " until " + expires)));
        return new Made(OwnToken.of(stored), token);
    }

    /** The tokens of an account, the newest first, expired ones included. */
    public List<OwnToken> of(String username) {
        return table.of(username).stream().map(OwnToken::of).toList();
    }

    /**
     * Revokes a token of this account.
     *
     * @throws Problem {@code token_not_found} (404)
     */
    public void revoke(Actor by, String username, String id) {
        StoredToken token = table.byId(id)
                .filter(stored -> stored.username().equals(username))
                .orElseThrow(() -> Problem.notFound("token_not_found"));
        store.recorded(
                () -> {
                    table.delete(id);
                    return token;
                },
                gone -> audit.record(Event.done(Action.TOKEN_REVOKE, by, object(gone))));
    }

    /** A token was made by somebody who had shown the second factor that the account has. */
    private boolean owesNothing(Actor actor) {
        Optional<StoredCredential> stored = credentialTable.find(actor.username());
        boolean twofold = stored.flatMap(StoredCredential::secret).isPresent();
        return credentials.duties(actor, stored, twofold).isEmpty();
    }

    private Bearer use(StoredToken stored, Actor actor, Instant now) {
        if (stored.lastUsed().map(last -> !now.isBefore(last.plus(LAG))).orElse(true)) {
            table.used(stored.id(), now);
        }
        return new Bearer(actor, stored.permissions());
    }

    private static String object(StoredToken token) {
        return "token:" + token.username() + "/" + token.id();
    }

    /** A token at the one moment it can be read. */
    public record Made(OwnToken facts, String token) {
        @Override
        public String toString() {
            return "Made[" + facts.id() + "]";
        }
    }
}
