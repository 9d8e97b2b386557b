package org.jutong.identity.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Client;
import org.jutong.identity.Session;
import org.jutong.identity.Session.Duty;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.identity.internal.store.StoredSession;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people change of their own sign-in: password, second factor, sessions. Each change asks for the password again
 * and is recorded. Thread-safe.
 */
@Component(service = OwnSignIn.class)
public final class OwnSignIn {

    private final Store store;
    private final CredentialTable table;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SecondFactorPolicy policy;
    private final StoredSessions sessions;
    private final Audit audit;

    @Activate
    public OwnSignIn(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Credentials credentials,
            @Reference Passwords passwords,
            @Reference SecondFactors factors,
            @Reference SecondFactorPolicy policy,
            @Reference StoredSessions sessions,
            @Reference Audit audit) {
        this.store = store;
        this.table = new CredentialTable(store);
        this.credentials = credentials;
        this.passwords = passwords;
        this.factors = factors;
        this.policy = policy;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Sets a new password; the session goes on under new secrets, all others of the account end.
     *
     * @throws Problem {@code wrong_password} (403), {@code too_many_attempts} (429), {@code password_elsewhere} (409),
     *     {@code password_reused} and what {@link Passwords#requireUsable} refuses (400)
     */
    public Session changePassword(Session session, String current, String password, Client client) {
        Actor actor = session.actor();
        credentials.confirm(actor, current, client);
        StoredCredential stored = table.find(actor.username())
                .filter(credential -> credential.passwordHash().isPresent())
                .orElseThrow(() -> Problem.conflict("password_elsewhere"));
        passwords.requireUsable(password, actor.username(), actor.displayName());
        if (passwords.matches(password, stored.passwordHash())
                || stored.previousHash().isPresent() && passwords.matches(password, stored.previousHash())) {
            throw Problem.invalid("password_reused", "password");
        }
        String hash = passwords.hash(password);
        return sessions.renew(
                session.token(), Action.PASSWORD_CHANGE, false, () -> table.setPassword(actor.username(), hash, false));
    }

    /** Whether the account has a second factor. */
    public boolean hasSecondFactor(Actor actor) {
        return table.find(actor.username()).flatMap(StoredCredential::secret).isPresent();
    }

    /** A secret for the authenticator app; what is in force stays so until {@link #enrol}. */
    public SecondFactors.Offer offer(Actor actor, String password, Client client) {
        credentials.confirm(actor, password, client);
        return factors.offer(actor.username());
    }

    /**
     * Takes the code that the session owes: of the second factor in force where the account has one that the session has
     * not seen yet, else the first one of the offered secret.
     *
     * @throws Problem as {@link #enrol}
     */
    public Enrolled take(Session session, String code, Client client) {
        if (!session.duties().contains(Duty.SECOND_FACTOR) || !hasSecondFactor(session.actor())) {
            return enrol(session, code, client);
        }
        credentials.confirmSecondFactor(session.actor(), code, client);
        return new Enrolled(sessions.renew(session.token(), Action.SIGN_IN, true, () -> {}), List.of());
    }

    /**
     * Puts the offered secret in force, once its first code is right; the session goes on under new secrets, all others
     * of the account end.
     *
     * @throws Problem {@code second_factor_not_offered} (409), {@code wrong_second_factor} (403),
     *     {@code too_many_attempts} (429)
     */
    public Enrolled enrol(Session session, String code, Client client) {
        long step = credentials.confirmOffer(session.actor(), code, client);
        AtomicReference<List<String>> codes = new AtomicReference<>();
        Session renewed = sessions.renew(
                session.token(),
                Action.SECOND_FACTOR_ENROL,
                true,
                () -> codes.set(factors.enrol(session.actor().username(), step)));
        return new Enrolled(renewed, codes.get());
    }

    /** @throws Problem {@code second_factor_required} (409) where the account's rights ask for one */
    public void removeSecondFactor(Actor actor, String password, Client client) {
        credentials.confirm(actor, password, client);
        if (policy.demands(actor)) {
            throw Problem.conflict("second_factor_required");
        }
        recorded(Action.SECOND_FACTOR_REMOVE, actor, () -> {
            factors.remove(actor.username());
            return List.of();
        });
    }

    /**
     * Ten new recovery codes; those before count no more.
     *
     * @throws Problem {@code second_factor_absent} (409) for an account without second factor
     */
    public List<String> renewRecoveryCodes(Actor actor, String password, Client client) {
        credentials.confirm(actor, password, client);
        if (!hasSecondFactor(actor)) {
            throw Problem.conflict("second_factor_absent");
        }
        return recorded(Action.RECOVERY_CODES_RENEW, actor, () -> factors.renewRecoveryCodes(actor.username()));
    }

    /**
     * The person's own sessions, the oldest first.
     *
     * @param token of the session that asks
     */
    public List<OwnSession> sessions(Actor actor, Optional<String> token) {
        return sessions.of(actor.username()).stream()
                .map(session -> OwnSession.of(session, isOf(token, session)))
                .toList();
    }

    /** @throws Problem {@code session_not_found} (404) where the person has no such session */
    public void endSession(Actor actor, String id) {
        if (sessions.of(actor.username()).stream()
                .noneMatch(session -> session.id().equals(id))) {
            throw Problem.notFound("session_not_found");
        }
        sessions.revoke(actor, actor.username(), session -> session.id().equals(id));
    }

    /** Ends all sessions of the person but this one. */
    public void endOtherSessions(Actor actor, Optional<String> token) {
        sessions.revoke(actor, actor.username(), session -> !isOf(token, session));
    }

    private static boolean isOf(Optional<String> token, StoredSession session) {
        return token.map(Secrets::hash).filter(session.tokenHash()::equals).isPresent();
    }

    private List<String> recorded(Action action, Actor actor, Supplier<List<String>> work) {
        return store.recorded(work, done -> audit.record(Event.done(action, actor, "account:" + actor.username())));
    }

    /**
     * A second factor now in force.
     *
     * @param session the session under its new secrets
     * @param recoveryCodes shown now and never again
     */
    public record Enrolled(Session session, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Enrolled[]";
        }
    }
}
