package org.jutong.identity.internal.citizens;

import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Citizens.State;
import org.jutong.identity.Client;
import org.jutong.identity.OwnAccount;
import org.jutong.identity.Session;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.citizens.Codes.Purpose;
import org.jutong.identity.internal.signin.Credentials;
import org.jutong.identity.internal.signin.OwnSignIn;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.CredentialTable;
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

/** A citizen's own account. */
@Component(service = OwnAccount.class)
public final class CitizenOwnAccount implements OwnAccount {

    private final Store store;
    private final CitizenTable table;
    private final CredentialTable credentialTable;
    private final CitizenLookup citizens;
    private final Codes codes;
    private final NumberClaims claims;
    private final Credentials credentials;
    private final OwnSignIn own;
    private final StoredSessions sessions;
    private final Audit audit;

    @Activate
    public CitizenOwnAccount(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference CitizenLookup citizens,
            @Reference Codes codes,
            @Reference NumberClaims claims,
            @Reference Credentials credentials,
            @Reference OwnSignIn own,
            @Reference StoredSessions sessions,
            @Reference Audit audit) {
        this.store = store;
        this.table = new CitizenTable(store);
        this.credentialTable = new CredentialTable(store);
        this.citizens = citizens;
        this.codes = codes;
        this.claims = claims;
        this.credentials = credentials;
        this.own = own;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public Session signIn(String mobile, String password, Client client) {
        String number = Mobile.typed(mobile).number();
        if (password == null || password.isEmpty()) {
            throw Problem.invalid("password_missing", "password");
        }
        return sessions.signIn(SignIn.of(number, password, client));
    }

    @Override
    public Citizen of(Actor citizen) {
        return CitizenLookup.citizen(require(citizen));
    }

    @Override
    public Session changePassword(Session session, String current, String password, Client client) {
        require(session.actor());
        return own.changePassword(session, text(current), text(password), client);
    }

    @Override
    public String moveTo(Actor citizen, String password, String typed, Client client) {
        StoredCitizen mover = require(citizen);
        Mobile mobile = Mobile.typed(typed);
        credentials.confirm(citizen, text(password), client);
        codes.requirePatience(mobile, client.address());
        boolean free = citizens.byMobile(mobile).isEmpty();
        return codes.issue(new Codes.Wish(Purpose.MOVE, mobile, free, mover.id(), null, null), client.address());
    }

    @Override
    public Citizen confirmMove(Actor citizen, String ticket, String typed) {
        StoredCitizen mover = require(citizen);
        StoredCode code = codes.redeem(Purpose.MOVE, ticket, typed);
        if (!Long.valueOf(mover.id()).equals(code.citizen())) {
            throw Codes.wrong();
        }
        try {
            store.recorded(
                    () -> {
                        codes.spend(code);
                        table.setMobile(mover.id(), code.mobile());
                        claims.claim(code.mobile(), mover.id());
                        return mover;
                    },
                    moved -> changed(mover, "mobile"));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("mobile_taken");
        }
        return of(citizen);
    }

    @Override
    public void close(Actor citizen, String password, Client client) {
        StoredCitizen leaver = require(citizen);
        credentials.confirm(citizen, text(password), client);
        store.recorded(
                () -> {
                    table.erase(leaver.id());
                    credentialTable.delete(leaver.username());
                    codes.forget(leaver.mobile());
                    sessions.endAll(leaver.username());
                    return leaver;
                },
                closed -> changed(leaver, "closed"));
    }

    @Override
    public List<OwnSession> sessions(Session current) {
        require(current.actor());
        return own.sessions(current.actor(), Optional.of(current.token())).stream()
                .map(session -> new OwnSession(
                        session.id(),
                        session.created(),
                        session.lastUsed(),
                        session.address(),
                        session.agent(),
                        session.current()))
                .toList();
    }

    @Override
    public void endSession(Session current, String id) {
        require(current.actor());
        own.endSession(current.actor(), id);
    }

    private StoredCitizen require(Actor citizen) {
        return CitizenLookup.id(citizen.username())
                .flatMap(citizens::find)
                .filter(stored -> stored.state() == State.ACTIVE)
                .orElseThrow(() -> Problem.unauthenticated("not_signed_in"));
    }

    /** The actor without the name: an entry about somebody who left must not keep it. */
    private void changed(StoredCitizen citizen, String what) {
        Actor actor = new Actor(citizen.username(), "");
        audit.record(
                Event.done(Action.CITIZEN_CHANGE, actor, citizen.username()).saying(what));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
