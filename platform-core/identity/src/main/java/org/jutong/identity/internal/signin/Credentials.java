package org.jutong.identity.internal.signin;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Client;
import org.jutong.identity.ExternalCredentials;
import org.jutong.identity.Session.Duty;
import org.jutong.identity.SignIn;
import org.jutong.identity.Vouched;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one check of name, password and second factor, for the web, SSH and the shell alike. Whatever becomes of a try,
 * the password is hashed once: for a name that nobody has, a disabled account and one whose password another place
 * checks as for a wrong password. Refusals are recorded. Thread-safe.
 */
@Component(service = Credentials.class)
public final class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
    private static final int LONGEST_NAME = 64;
    private static final Pattern LINE = Pattern.compile("(.+)(\\d{6})", Pattern.DOTALL);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<ExternalCredentials> elsewhere = List.of();

    private final AllHolders holders;
    private final CredentialTable table;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SecondFactorPolicy policy;
    private final Throttle throttle;
    private final Audit audit;

    // tries for one name go one after the other: many at once would all pass the throttle before the first one counts
    private final Object[] turns;

    @Activate
    public Credentials(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference AllHolders holders,
            @Reference Passwords passwords,
            @Reference SecondFactors factors,
            @Reference SecondFactorPolicy policy,
            @Reference Throttle throttle,
            @Reference Audit audit) {
        this.table = new CredentialTable(store);
        this.holders = holders;
        this.passwords = passwords;
        this.factors = factors;
        this.policy = policy;
        this.throttle = throttle;
        this.audit = audit;
        this.turns = Stream.generate(Object::new).limit(64).toArray();
    }

    /**
     * The account that this try is of, and whether a second factor was seen.
     *
     * @throws Problem {@code wrong_credentials} (401), also for a disabled account; {@code second_factor_missing},
     *     {@code wrong_second_factor} (401) after the right password; {@code too_many_attempts} (429)
     */
    public Checked check(SignIn attempt) {
        return inTurn(attempt.username(), attempt.client(), () -> {
            Optional<Holder> known = holders.named(attempt.username());
            Optional<StoredCredential> stored = find(attempt, known);
            return new Checked(
                    check(attempt, known, stored),
                    stored.flatMap(StoredCredential::secret).isPresent());
        });
    }

    /** Somebody who has proven who they are. */
    public record Checked(Holder holder, boolean secondFactor) {}

    /**
     * The account that another place vouches for.
     *
     * @throws Problem {@code sign_in_elsewhere_unknown} (401)
     */
    Holder find(Vouched vouched) {
        Optional<Holder> known = holders.active(vouched.username())
                .filter(holder -> holder.source().equals(vouched.source()));
        return known.orElseThrow(
                () -> refusal(known, vouched.client(), Problem.unauthenticated("sign_in_elsewhere_unknown")));
    }

    /**
     * The same for staff where there is one line for both, password and six digits: the shell. An account that owes something is
     * refused too, because the shell cannot ask for it.
     *
     * @throws Problem as {@link #check}, and {@code password_change_required} or
     *     {@code second_factor_enrolment_required} (403)
     */
    public Holder checkLine(SignIn line) {
        return inTurn(line.username(), line.client(), () -> {
            Optional<Holder> known = holders.named(line.username())
                    .filter(holder -> !holder.actor().isCitizen());
            Optional<StoredCredential> stored = find(line, known);
            boolean twofold = stored.flatMap(StoredCredential::secret).isPresent();
            Holder holder = checkOnce(twofold ? split(line) : line, known, stored);
            if (stored.filter(StoredCredential::changeOwed).isPresent()) {
                throw refusal(known, line.client(), Problem.forbidden("password_change_required"));
            }
            if (!twofold && policy.demands(holder.actor())) {
                throw refusal(known, line.client(), Problem.forbidden("second_factor_enrolment_required"));
            }
            return holder;
        });
    }

    /**
     * Passes or refuses the password of somebody who is signed in; failures count as at sign-in. Where no place checks a
     * password of the account, because its people are vouched for, there is none to ask for.
     *
     * @throws Problem {@code wrong_password} (403) or {@code too_many_attempts} (429)
     */
    public void confirm(Actor actor, String password, Client client) {
        inTurn(actor.username(), client, () -> {
            Optional<Holder> known = holders.active(actor.username());
            if (known.filter(holder -> !hasPassword(holder)).isPresent()) {
                return known.get();
            }
            if (!matches(known, table.find(actor.username()), password)) {
                throttle.failed(actor.username(), client.address());
                throw refusal(known, client, Problem.forbidden("wrong_password"));
            }
            return known.orElseThrow();
        });
    }

    /**
     * Passes or refuses the code of the second factor in force, or a recovery code; failures count as at sign-in.
     *
     * @throws Problem {@code wrong_second_factor} (403) or {@code too_many_attempts} (429)
     */
    void confirmSecondFactor(Actor actor, String code, Client client) {
        inTurn(actor.username(), client, () -> {
            Optional<StoredCredential> stored = table.find(actor.username())
                    .filter(credential -> credential.secret().isPresent());
            if (stored.filter(credential ->
                            factors.accepts(credential, code) || factors.acceptsRecoveryCode(credential, code))
                    .isEmpty()) {
                throttle.failed(actor.username(), client.address());
                throw refusal(holders.active(actor.username()), client, Problem.forbidden("wrong_second_factor"));
            }
            throttle.succeeded(actor.username());
            return stored;
        });
    }

    /**
     * The time step of the first code of an offered secret; failures count as at sign-in.
     *
     * @throws Problem {@code second_factor_not_offered} (409), {@code wrong_second_factor} (403) or
     *     {@code too_many_attempts} (429)
     */
    long confirmOffer(Actor actor, String code, Client client) {
        return inTurn(actor.username(), client, () -> {
            StoredCredential stored = table.find(actor.username())
                    .filter(credential -> credential.nextSecret().isPresent())
                    .orElseThrow(() -> Problem.conflict("second_factor_not_offered"));
            return factors.confirm(stored, code).orElseThrow(() -> {
                throttle.failed(actor.username(), client.address());
                return refusal(holders.active(actor.username()), client, Problem.forbidden("wrong_second_factor"));
            });
        });
    }

    /** What the account owes before the platform serves it. */
    Set<Duty> duties(Actor actor, Optional<StoredCredential> stored, boolean proven) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        if (stored.filter(StoredCredential::changeOwed).isPresent()) {
            duties.add(Duty.PASSWORD);
        }
        if (!proven && (stored.flatMap(StoredCredential::secret).isPresent() || policy.demands(actor))) {
            duties.add(Duty.SECOND_FACTOR);
        }
        return duties;
    }

    private Holder check(SignIn attempt, Optional<Holder> known, Optional<StoredCredential> stored) {
        if (!matches(known.filter(Holder::active), stored, attempt.password())) {
            throw failure(attempt, known, "wrong_credentials");
        }
        if (stored.flatMap(StoredCredential::secret).isPresent() && !isProven(attempt, stored.get())) {
            if (attempt.code().isEmpty() && attempt.recoveryCode().isEmpty()) {
                // the first of two steps, no refusal: the code is asked for next
                throw Problem.unauthenticated("second_factor_missing");
            }
            throw failure(attempt, known, "wrong_second_factor");
        }
        throttle.succeeded(attempt.username());
        return known.orElseThrow();
    }

    /** The same where there is no second step to come. */
    private Holder checkOnce(SignIn attempt, Optional<Holder> known, Optional<StoredCredential> stored) {
        try {
            return check(attempt, known, stored);
        } catch (Problem refused) {
            throw refused.code().equals("second_factor_missing") ? refusal(known, attempt.client(), refused) : refused;
        }
    }

    private boolean isProven(SignIn attempt, StoredCredential stored) {
        return attempt.code().map(code -> factors.accepts(stored, code)).orElse(false)
                || attempt.recoveryCode()
                        .map(code -> factors.acceptsRecoveryCode(stored, code))
                        .orElse(false);
    }

    /** Exactly one hash, whoever it is. */
    private boolean matches(Optional<Holder> holder, Optional<StoredCredential> stored, String password) {
        boolean here = passwords.matches(
                password, holder.filter(Holder::isLocal).flatMap(h -> stored).flatMap(StoredCredential::passwordHash));
        return here
                || holder.filter(account -> !account.isLocal() && !password.isEmpty())
                        .map(account -> matchesElsewhere(account, password))
                        .orElse(false);
    }

    private boolean hasPassword(Holder holder) {
        return holder.isLocal()
                || elsewhere.stream().anyMatch(place -> place.source().equals(holder.source()));
    }

    private boolean matchesElsewhere(Holder account, String password) {
        return elsewhere.stream()
                .filter(place -> place.source().equals(account.source()))
                .anyMatch(place -> place.matches(account.username(), password));
    }

    /** Read for a name that nobody has as well. */
    private Optional<StoredCredential> find(SignIn attempt, Optional<Holder> known) {
        String typed = attempt.username();
        return table.find(known.map(Holder::username)
                .orElse(typed.length() > LONGEST_NAME ? typed.substring(0, LONGEST_NAME) : typed));
    }

    /** The six digits at the end of the password on their own, where it ends with some. */
    private static SignIn split(SignIn line) {
        Matcher both = LINE.matcher(line.password());
        return both.matches()
                ? new SignIn(
                        line.username(), both.group(1), Optional.of(both.group(2)), Optional.empty(), line.client())
                : line;
    }

    private <R> R inTurn(String username, Client client, Supplier<R> work) {
        synchronized (turns[Math.floorMod(username.hashCode(), turns.length)]) {
            try {
                throttle.requirePatience(username, client.address());
            } catch (Problem tooMany) {
                throw refusal(holders.named(username), client, tooMany);
            }
            return work.get();
        }
    }

    private Problem failure(SignIn attempt, Optional<Holder> known, String code) {
        throttle.failed(attempt.username(), attempt.client().address());
        return refusal(known, attempt.client(), Problem.unauthenticated(code));
    }

    /** Records the refusal; what was typed as an unknown name may be a password and is kept nowhere. */
    private Problem refusal(Optional<Holder> known, Client client, Problem refusal) {
        String name = known.map(Holder::username).orElse("an unknown name");
        LOG.info("Sign-in of {} from {} refused: {}", name, client.address(), refusal.code());
        String object = "account:" + known.map(Holder::username).orElse("?");
        audit.record(Event.denied(Action.SIGN_IN, Actor.ANONYMOUS, object, refusal.code()));
        return refusal;
    }
}
