package org.jutong.identity.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Client;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.identity.SignIn;
import org.jutong.identity.Vouched;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.SessionTable;
import org.jutong.identity.internal.store.StoredSession;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions in the database, with what was read of each kept for two seconds: an end on this node counts at once, one on
 * another node within these two seconds.
 */
@Component(service = {Sessions.class, StoredSessions.class})
public final class StoredSessions implements Sessions {

    static final Duration FRESH = Duration.ofSeconds(2);

    // the stored time of last use may lag by this much
    private static final Duration LAG = Duration.ofMinutes(1);
    private static final int LONGEST_TOKEN = 64;

    private final Store store;
    private final SessionTable table;
    private final CredentialTable credentialTable;
    private final Credentials credentials;
    private final AllHolders holders;
    private final Audit audit;
    private final Clock clock;
    private final SessionLimits limits;
    private final Map<String, OpenSession> open = new ConcurrentHashMap<>();

    @Activate
    public StoredSessions(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Credentials credentials,
            @Reference AllHolders holders,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(store, credentials, holders, audit, clock, SessionLimits.of(System.getenv()));
    }

    public StoredSessions(
            Store store, Credentials credentials, AllHolders holders, Audit audit, Clock clock, SessionLimits limits) {
        this.store = store;
        this.table = new SessionTable(store);
        this.credentialTable = new CredentialTable(store);
        this.credentials = credentials;
        this.holders = holders;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public Session signIn(SignIn attempt) {
        Credentials.Checked checked = credentials.check(attempt);
        String by = !checked.secondFactor()
                ? "password"
                : attempt.code().isPresent() ? "password and code" : "password and recovery code";
        return open(checked.holder().actor(), attempt.client(), checked.secondFactor(), by);
    }

    @Override
    public Session signIn(Vouched vouched) {
        return open(
                credentials.find(vouched).actor(), vouched.client(), vouched.secondFactor(), "by " + vouched.source());
    }

    /**
     * Opens a session for somebody who has proven who they are; the account's oldest one ends where it has too many.
     *
     * @param proven whether a second factor was seen, here or elsewhere
     */
    public Session open(Actor actor, Client client, boolean proven) {
        return open(actor, client, proven, "");
    }

    private Session open(Actor actor, Client client, boolean proven, String by) {
        return open(actor, client, proven, by, clock.instant().plus(limits.longest()), Optional.empty());
    }

    /** Opens a session that ends with another one, at the latest when that one expires. */
    private Session open(
            Actor actor, Client client, boolean proven, String by, Instant expires, Optional<String> parent) {
        Instant now = clock.instant();
        String token = Secrets.make();
        StoredSession facts = new StoredSession(
                Secrets.hash(token),
                Secrets.id(),
                actor.username(),
                Secrets.make(),
                now,
                expires,
                now,
                client.address(),
                client.agent(),
                proven,
                parent);
        store.recorded(
                () -> {
                    table.deleteEnded(now, now.minus(limits.idle()).minus(LAG));
                    List<StoredSession> others = table.of(actor.username()).stream()
                            .filter(other -> other.parent().isEmpty())
                            .toList();
                    others.stream()
                            .limit(Math.max(0, others.size() + 1 - limits.perAccount()))
                            .forEach(oldest -> table.delete(oldest.id()));
                    table.insert(facts);
                    return facts;
                },
                stored -> audit.record(Event.done(Action.SIGN_IN, actor, "account:" + actor.username())
                        .saying(by)));
        open.values().removeIf(session -> session.hasEnded(now, limits.idle()));
        holders.signedIn(actor.username(), now);
        return session(token, remember(facts), actor);
    }

    /** The id of the session of this token, of the hub's where it hangs on one. */
    Optional<String> root(String token) {
        return table.find(Secrets.hash(token)).map(session -> session.parent().orElse(session.id()));
    }

    /** Opens a session that ends with the one of this id; empty where that has ended. */
    Optional<Session> openChild(String id, Client client) {
        Instant now = clock.instant();
        return table.byId(id)
                .filter(parent -> !new OpenSession(parent, Set.of(), now).hasEnded(now, limits.idle()))
                .flatMap(parent -> holders.active(parent.username())
                        .map(holder -> open(
                                holder.actor(),
                                client,
                                parent.proven(),
                                "at the hub",
                                parent.expires(),
                                Optional.of(parent.id()))));
    }

    @Override
    public Optional<Session> resume(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = Secrets.hash(token);
        OpenSession known = open.get(hash);
        if (known == null || known.mustAsk(now, FRESH)) {
            known = ask(hash, known);
        }
        if (known == null) {
            return Optional.empty();
        }
        OpenSession found = known;
        if (found.hasEnded(now, limits.idle())) {
            end(found.facts());
            return Optional.empty();
        }
        return holders.active(found.facts().username()).map(holder -> {
            if (found.use(now, LAG)) {
                table.used(found.facts(), now);
            }
            return session(token, found, holder.actor());
        });
    }

    @Override
    public void signOut(String token) {
        table.find(Secrets.hash(token)).ifPresent(session -> {
            String root = session.parent().orElse(session.id());
            Actor actor = actor(session);
            store.recorded(
                    () -> {
                        table.delete(root);
                        return session;
                    },
                    ended -> audit.record(Event.done(Action.SIGN_OUT, actor, "account:" + session.username())));
            forget(other -> isOrHangsOn(other, root));
        });
    }

    /** The sessions of an account, the oldest first. */
    List<StoredSession> of(String username) {
        Instant now = clock.instant();
        return table.of(username).stream()
                .filter(session -> !new OpenSession(session, Set.of(), now).hasEnded(now, limits.idle()))
                .toList();
    }

    /** Ends those of an account's sessions that are meant, and records that somebody did. */
    void revoke(Actor by, String username, Predicate<StoredSession> meant) {
        List<StoredSession> ending = table.of(username).stream().filter(meant).toList();
        store.recorded(
                () -> {
                    ending.forEach(session -> table.delete(session.id()));
                    return ending.size();
                },
                count -> audit.record(Event.done(Action.SESSION_REVOKE, by, "account:" + username)
                        .saying("sessions: " + count)));
        ending.forEach(session -> forget(other -> isOrHangsOn(other, session.id())));
    }

    /** Ends all sessions of an account, as part of a change that is recorded itself. */
    public void endAll(String username) {
        table.deleteOf(username);
        forget(session -> session.username().equals(username));
    }

    /**
     * Does the work, gives the session new secrets and ends the account's other ones, all or nothing with its record.
     *
     * @param proven whether a second factor was seen by this
     * @throws Problem {@code not_signed_in} (401) where the session has ended meanwhile
     */
    Session renew(String token, Action action, boolean proven, Runnable work) {
        StoredSession before =
                table.find(Secrets.hash(token)).orElseThrow(() -> Problem.unauthenticated("not_signed_in"));
        Actor actor = actor(before);
        String renewed = Secrets.make();
        StoredSession after =
                before.under(Secrets.hash(renewed), Secrets.make(), clock.instant(), before.proven() || proven);
        store.recorded(
                () -> {
                    work.run();
                    table.deleteOf(before.username());
                    table.insert(after);
                    return after;
                },
                done -> audit.record(Event.done(action, actor, "account:" + before.username())));
        forget(session -> session.username().equals(before.username()));
        return session(renewed, remember(after), actor);
    }

    private OpenSession ask(String hash, OpenSession known) {
        Optional<StoredSession> stored = table.find(hash);
        if (stored.isEmpty()) {
            open.remove(hash);
            return null;
        }
        OpenSession read = remember(stored.get());
        return known == null ? read : read.after(known);
    }

    private OpenSession remember(StoredSession facts) {
        OpenSession session = new OpenSession(
                facts,
                credentials.duties(actor(facts), credentialTable.find(facts.username()), facts.proven()),
                clock.instant());
        open.put(facts.tokenHash(), session);
        return session;
    }

    private void end(StoredSession session) {
        table.delete(session.id());
        forget(other -> isOrHangsOn(other, session.id()));
    }

    private void forget(Predicate<StoredSession> ended) {
        open.values().removeIf(session -> ended.test(session.facts()));
    }

    private static boolean isOrHangsOn(StoredSession session, String id) {
        return session.id().equals(id) || session.parent().filter(id::equals).isPresent();
    }

    private Actor actor(StoredSession session) {
        return holders.active(session.username())
                .map(Holder::actor)
                .orElseGet(() -> new Actor(session.username(), session.username()));
    }

    private static Session session(String token, OpenSession session, Actor actor) {
        return new Session(token, session.facts().csrf(), actor, session.facts().expires(), session.duties());
    }
}
