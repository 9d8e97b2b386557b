package org.jutong.identity.internal.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.store.SessionTable;
import org.jutong.identity.internal.store.StoredSession;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions in memory, with a copy in the database so that a restart signs nobody out. Memory decides, so an end counts
 * at once; it is for one node.
 */
@Component(service = {Sessions.class, StoredSessions.class})
public final class StoredSessions implements Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    // the copy's time of last use may lag by this much
    private static final Duration LAG = Duration.ofMinutes(1);
    private static final int TOKEN_BYTES = 32;

    private final SessionTable table;
    private final Credentials credentials;
    private final Roster roster;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, OpenSession> open = new ConcurrentHashMap<>();

    @Activate
    public StoredSessions(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Credentials credentials,
            @Reference Roster roster,
            @Reference Clock clock) {
        this.table = new SessionTable(store);
        this.credentials = credentials;
        this.roster = roster;
        this.clock = clock;
        table.all().forEach(stored -> open.put(stored.tokenHash(), new OpenSession(stored)));
        sweep();
    }

    @Override
    public Session signIn(String username, String password, String address) {
        Account account = credentials.check(username, password, address);
        sweep();
        Instant now = clock.instant();
        String token = secret();
        StoredSession stored = new StoredSession(hash(token), account.username(), secret(), now.plus(LONGEST), now);
        table.insert(stored);
        open.put(stored.tokenHash(), new OpenSession(stored));
        return session(token, stored, account);
    }

    @Override
    public Optional<Session> resume(String token) {
        String hash = hash(token);
        OpenSession found = open.get(hash);
        if (found == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (found.hasEnded(now, IDLE)) {
            end(hash);
            return Optional.empty();
        }
        return roster.findEnabled(found.facts().username()).map(stored -> {
            if (found.use(now, LAG)) {
                table.used(hash, now);
            }
            return session(token, found.facts(), stored.account());
        });
    }

    @Override
    public void signOut(String token) {
        String hash = hash(token);
        if (open.containsKey(hash)) {
            end(hash);
        }
    }

    /** Ends all sessions of an account. */
    public void endAll(String username) {
        open.values().removeIf(session -> session.facts().username().equals(username));
        table.deleteOf(username);
    }

    private void end(String hash) {
        open.remove(hash);
        table.delete(hash);
    }

    private void sweep() {
        Instant now = clock.instant();
        if (open.values().removeIf(session -> session.hasEnded(now, IDLE))) {
            table.deleteEnded(now, now.minus(IDLE).minus(LAG));
        }
    }

    private static Session session(String token, StoredSession facts, Account account) {
        return new Session(token, facts.csrf(), account.actor(), facts.expires(), Set.of());
    }

    private String secret() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
