package org.jutong.identity.internal.store.citizens;

import java.time.Instant;

/**
 * A code that was asked for, as stored: code and ticket only as hashes.
 *
 * @param codeHash {@code -} where no code opens anything
 * @param citizen whose account it is for, or {@code null}
 * @param name of the account that is asked for, or {@code null}
 * @param passwordHash of the account that is asked for, or {@code null}
 */
public record StoredCode(
        String purpose,
        String mobile,
        String ticketHash,
        String codeHash,
        Instant created,
        Long citizen,
        String name,
        String passwordHash) {

    @Override
    public String toString() {
        return "StoredCode[" + purpose + "]";
    }
}
