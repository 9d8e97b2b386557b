package org.jutong.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Citizens' accounts. A citizen signs in by {@link Sessions#signIn} with the mobile number as the name and acts as
 * {@code citizen:<id>}. Whether a number has an account is never told: each request for a code gets the same answer
 * after the same work, and the number gets a message in any case. Thread-safe.
 *
 * <p>A code has six digits and works once, for ten minutes, with the ticket of its request alone; five wrong ones
 * spend it. A number gets one a minute and five an hour; so does a network address, unless
 * {@code JUTONG_CODES_PER_ADDRESS} says another number. Each method that sends one throws
 * {@code too_many_codes} (429, its first argument the seconds to wait) and {@code message_not_sent} (503).
 */
@ProviderType
public interface Citizens {

    /** Whether messages lie in a folder of the platform instead of reaching anybody; pages say so. */
    boolean isTrial();

    /**
     * Asks for an account: a code is sent to the number.
     *
     * @param address the caller's network address
     * @return the ticket that {@link #confirm} takes
     * @throws org.jutong.plugin.Problem {@code mobile_missing}, {@code mobile_invalid}, {@code name_missing},
     *     {@code name_invalid}, {@code name_too_long} and those of passwords (400)
     */
    String register(Registration wanted, String address);

    /**
     * Opens the account that was asked for.
     *
     * @throws org.jutong.plugin.Problem {@code verification_code_wrong} (400), whatever is wrong with it;
     *     {@code mobile_taken} (409) where the number got an account meanwhile
     */
    Citizen confirm(String ticket, String code);

    /**
     * Somebody forgot the password: a code is sent to the number.
     *
     * @throws org.jutong.plugin.Problem {@code mobile_missing}, {@code mobile_invalid} (400)
     */
    String recover(String mobile, String address);

    /**
     * Sets a new password; all sessions of the account end.
     *
     * @throws org.jutong.plugin.Problem {@code verification_code_wrong} and those of passwords (400)
     */
    void setPassword(String ticket, String code, String password);

    /**
     * The citizen wants another number: a code is sent to that.
     *
     * @throws org.jutong.plugin.Problem {@code mobile_missing}, {@code mobile_invalid} (400),
     *     {@code wrong_credentials} (401), {@code too_many_attempts} (429)
     */
    String moveTo(Actor citizen, String password, String mobile, String address);

    /** Takes the other number; {@link #confirm}'s refusals. */
    Citizen confirmMove(Actor citizen, String ticket, String code);

    /** Sends another code in place of the one of this ticket; the answer is the new ticket. */
    String resend(String ticket, String address);

    /** @throws org.jutong.plugin.Problem {@code not_signed_in} (401) where the actor is no citizen with an account */
    Citizen require(Actor citizen);

    /**
     * Changes the password; all sessions of the account end.
     *
     * @throws org.jutong.plugin.Problem {@code wrong_credentials} (401), {@code too_many_attempts} (429) and those of
     *     passwords (400)
     */
    void changePassword(Actor citizen, String current, String password, String address);

    /**
     * Closes the account: number, name, password and identity number are erased, the id stays and is never given
     * again.
     *
     * @throws org.jutong.plugin.Problem {@code wrong_credentials} (401), {@code too_many_attempts} (429)
     */
    void close(Actor citizen, String password, String address);

    /**
     * Accounts, newest first; permission {@code citizen.manage} on the whole platform.
     *
     * @param query a whole mobile number, or part of a name; empty for all
     * @param before only ids below this one
     */
    List<Citizen> list(Actor by, String query, long before, int limit);

    /**
     * Bars the account or opens it again; its sessions end. Permission {@code citizen.manage} on the whole platform.
     *
     * @throws org.jutong.plugin.Problem {@code citizen_not_found} (404), {@code citizen_closed} (409)
     */
    Citizen setDisabled(Actor by, long id, boolean disabled);

    /**
     * Notes that staff have seen the person's identity card (GB 11643 number); kept as a keyed hash and a masked form.
     * Permission {@code citizen.verify} on the whole platform.
     *
     * @throws org.jutong.plugin.Problem {@code id_number_missing}, {@code id_number_invalid} (400),
     *     {@code citizen_not_found} (404), {@code citizen_closed}, {@code id_number_taken} (409)
     */
    Citizen setRealName(Actor by, long id, String idNumber);

    /** How sure the platform is of who somebody is. The names are stored. */
    enum Assurance {
        /** Has asked for an account and not given the code back yet; opens nothing. */
        REGISTERED,

        /** The mobile number is theirs. */
        MOBILE,

        /** Staff have checked the real name against the identity card. */
        REAL_NAME
    }

    /** Whether an account may be used. The names are stored. */
    enum State {
        ACTIVE,
        DISABLED,
        CLOSED
    }

    /**
     * An account.
     *
     * @param id never given twice
     * @param name empty once closed
     * @param mobile masked, {@code 138****0000}; empty once closed
     * @param idNumber masked; empty where the real name is not checked
     */
    record Citizen(
            long id,
            String name,
            String mobile,
            Assurance assurance,
            State state,
            Instant created,
            Optional<String> idNumber) {

        /** The citizen as somebody who acts. */
        public Actor actor() {
            return new Actor(Actor.CITIZEN + id, name);
        }

        /** The name as lists show it. */
        public String maskedName() {
            return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        }
    }

    /** What an account is asked for with; any of them may be {@code null} and is then refused. */
    record Registration(String mobile, String name, String password) {
        @Override
        public String toString() {
            return "Registration[]";
        }
    }
}
