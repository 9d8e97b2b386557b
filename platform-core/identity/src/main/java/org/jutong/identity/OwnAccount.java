package org.jutong.identity;

import java.time.Instant;
import java.util.List;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What citizens do with their own accounts; a citizen acts as {@code citizen:<id>}. Every method that takes an actor or
 * a session throws {@code not_signed_in} (401) unless it is a citizen's whose account is open; every method that takes
 * the password throws {@code wrong_password} (403) and {@code too_many_attempts} (429). Thread-safe.
 */
@ProviderType
public interface OwnAccount {

    /**
     * {@link Sessions#signIn} for citizens alone.
     *
     * @param mobile as typed; spaces and full-width digits are forgiven
     * @throws org.jutong.plugin.Problem {@code mobile_missing}, {@code mobile_invalid}, {@code password_missing} (400),
     *     {@code wrong_credentials} (401), {@code too_many_attempts} (429)
     */
    Session signIn(String mobile, String password, Client client);

    /** The account. */
    Citizen of(Actor citizen);

    /** Sets a new password; the session goes on under new secrets, the account's others end. */
    Session changePassword(Session session, String current, String password, Client client);

    /**
     * The citizen wants another number: a code is sent to that.
     *
     * @return the ticket that {@link #confirmMove} takes
     * @throws org.jutong.plugin.Problem as {@link Registrations#recover}
     */
    String moveTo(Actor citizen, String password, String mobile, Client client);

    /**
     * Takes the other number.
     *
     * @throws org.jutong.plugin.Problem as {@link Registrations#confirm}
     */
    Citizen confirmMove(Actor citizen, String ticket, String code);

    /**
     * Closes the account: number, name, password and identity number are erased, the id stays and is never given
     * again.
     */
    void close(Actor citizen, String password, Client client);

    /** The citizen's sessions, the oldest first. */
    List<OwnSession> sessions(Session current);

    /** @throws org.jutong.plugin.Problem {@code session_not_found} (404) */
    void endSession(Session current, String id);

    /**
     * An open session.
     *
     * @param agent what the browser calls itself, possibly empty
     * @param current whether it is the one that asks
     */
    record OwnSession(String id, Instant created, Instant lastUsed, String address, String agent, boolean current) {}
}
