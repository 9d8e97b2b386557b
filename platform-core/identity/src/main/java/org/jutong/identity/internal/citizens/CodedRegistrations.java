package org.jutong.identity.internal.citizens;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Citizens.State;
import org.jutong.identity.Registrations;
import org.jutong.identity.internal.citizens.Codes.Purpose;
import org.jutong.identity.internal.messages.Messages;
import org.jutong.identity.internal.signin.Passwords;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.identity.internal.store.citizens.CitizenTable;
import org.jutong.identity.internal.store.citizens.StoredCitizen;
import org.jutong.identity.internal.store.citizens.StoredCode;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registration and recovery. Known and unknown numbers go the same way, so that the time tells nothing either. */
@Component(service = Registrations.class)
public final class CodedRegistrations implements Registrations {

    /** Any number: which channel carries a message does not depend on it. */
    private static final String ANY_MOBILE = "13000000000";

    private final Store store;
    private final CitizenTable table;
    private final CredentialTable credentials;
    private final CitizenLookup citizens;
    private final Codes codes;
    private final NumberClaims claims;
    private final Messages messages;
    private final Passwords passwords;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public CodedRegistrations(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference CitizenLookup citizens,
            @Reference Codes codes,
            @Reference NumberClaims claims,
            @Reference Messages messages,
            @Reference Passwords passwords,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.table = new CitizenTable(store);
        this.credentials = new CredentialTable(store);
        this.citizens = citizens;
        this.codes = codes;
        this.claims = claims;
        this.messages = messages;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean isTrial() {
        return messages.isTrial(ANY_MOBILE);
    }

    @Override
    public String register(Wish wish, String address) {
        Mobile mobile = Mobile.typed(wish.mobile());
        String name = PersonName.typed(wish.name());
        passwords.requireUsable(wish.password(), mobile.number(), name);
        codes.requirePatience(mobile, address);
        String hash = passwords.hash(wish.password());
        Optional<StoredCitizen> known = citizens.byMobile(mobile);
        return codes.issue(new Codes.Wish(Purpose.REGISTER, mobile, known.isEmpty(), null, name, hash), address);
    }

    @Override
    public Citizen confirm(String ticket, String typed) {
        StoredCode code = codes.redeem(Purpose.REGISTER, ticket, typed);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            return CitizenLookup.citizen(store.recorded(() -> open(code, now), CodedRegistrations.this::registered));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("mobile_taken");
        }
    }

    private StoredCitizen open(StoredCode code, Instant now) {
        codes.spend(code);
        StoredCitizen opened = table.insert(code.mobile(), code.name(), now);
        credentials.insert(StoredCredential.first(opened.username(), code.passwordHash(), false));
        claims.claim(code.mobile(), opened.id());
        return opened;
    }

    private void registered(StoredCitizen citizen) {
        audit.record(Event.done(Action.CITIZEN_REGISTER, actor(citizen), citizen.username()));
    }

    @Override
    public String recover(String typed, String address) {
        Mobile mobile = Mobile.typed(typed);
        codes.requirePatience(mobile, address);
        Optional<StoredCitizen> known = citizens.byMobile(mobile).filter(citizen -> citizen.state() == State.ACTIVE);
        Long id = known.map(StoredCitizen::id).orElse(null);
        return codes.issue(new Codes.Wish(Purpose.RECOVER, mobile, known.isPresent(), id, null, null), address);
    }

    @Override
    public void setPassword(String ticket, String typed, String password) {
        passwords.requireUsable(password);
        StoredCode code = codes.redeem(Purpose.RECOVER, ticket, typed);
        StoredCitizen citizen = citizens.find(code.citizen())
                .filter(found -> found.state() == State.ACTIVE && code.mobile().equals(found.mobile()))
                .orElseThrow(Codes::wrong);
        passwords.requireUsable(password, citizen.mobile(), citizen.name());
        String hash = passwords.hash(password);
        store.recorded(
                () -> {
                    codes.spend(code);
                    credentials.setPassword(citizen.username(), hash, false);
                    sessions.endAll(citizen.username());
                    return citizen;
                },
                done -> audit.record(Event.done(Action.PASSWORD_RESET, actor(citizen), citizen.username())));
    }

    @Override
    public String resend(String ticket, String address) {
        return codes.reissue(ticket, address);
    }

    private static Actor actor(StoredCitizen citizen) {
        return CitizenLookup.citizen(citizen).actor();
    }
}
