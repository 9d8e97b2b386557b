package org.jutong.identity.internal.citizens;

import java.time.Duration;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Client;
import org.jutong.identity.Registrations.Wish;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.messages.Letterbox;
import org.jutong.identity.internal.messages.Messages;
import org.jutong.identity.internal.signin.Joining;
import org.jutong.persistence.Store;

/** Citizens as the container wires them, with a letterbox in place of telephones. */
public final class TestCitizens {

    public static final String PASSWORD = "a long walk in the rain";
    public static final Client HERE = new Client("10.0.0.1", "Firefox");

    public final TestClock clock = new TestClock();
    public final Letterbox letterbox = new Letterbox();
    public final TestIdentity identity;
    public final CitizenLookup lookup;
    public final CodedRegistrations registrations;
    public final CitizenOwnAccount own;
    public final StoredCitizens citizens;

    public TestCitizens(Store store) {
        identity = new TestIdentity(store, clock);
        KeyedHash hash = new KeyedHash(identity.sealing);
        lookup = new CitizenLookup(store, hash);
        Joining.join(identity.holders, new CitizenHolders(lookup));
        Messages messages = letterbox.messages();
        Codes codes = new Codes(store, messages, hash, new Words(), clock, 1000);
        NumberClaims claims = new NumberClaims(store, lookup);
        registrations = new CodedRegistrations(
                store, lookup, codes, claims, messages, identity.passwords, identity.sessions, identity.audit, clock);
        own = new CitizenOwnAccount(
                store, lookup, codes, claims, identity.credentials, identity.own, identity.sessions, identity.audit);
        citizens = new StoredCitizens(store, hash, identity.authority, identity.sessions, identity.audit, clock);
    }

    /** A registered citizen with {@link #PASSWORD}. */
    public Citizen citizen(String mobile) {
        String ticket = registrations.register(new Wish(mobile, "王芳", PASSWORD), HERE.address());
        Citizen opened = registrations.confirm(ticket, letterbox.code());
        clock.pass(Duration.ofMinutes(1));
        return opened;
    }
}
