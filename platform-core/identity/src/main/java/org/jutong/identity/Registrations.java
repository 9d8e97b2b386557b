package org.jutong.identity;

import org.jutong.identity.Citizens.Citizen;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How citizens get accounts and new passwords, by codes sent to their mobile numbers. Whether a number has an account is
 * never told: each request for a code gets the same answer after the same work, and the number gets a message in any
 * case. Thread-safe.
 *
 * <p>A code has six digits and works once, for ten minutes, with the ticket of its request alone; five wrong ones
 * spend it. A number gets one a minute and five an hour; a network address gets five an hour too, unless
 * {@code JUTONG_CODES_PER_ADDRESS} says another number. Each method that sends one throws {@code too_many_codes} (429,
 * its first argument the seconds to wait) and {@code message_not_sent} (503).
 */
@ProviderType
public interface Registrations {

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
    String register(Wish wish, String address);

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
     * Sends another code in place of the one of this ticket, whatever it is for; the answer is the new ticket.
     *
     * @throws org.jutong.plugin.Problem {@code verification_code_wrong} (400) for an unknown ticket
     */
    String resend(String ticket, String address);

    /** What an account is asked for with; any of them may be {@code null} and is then refused. */
    record Wish(String mobile, String name, String password) {
        @Override
        public String toString() {
            return "Wish[]";
        }
    }
}
