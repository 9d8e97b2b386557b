package org.jutong.identity.internal.store;

import java.util.Optional;

/**
 * What an account is signed in with, as stored: hashes, and secrets sealed with the platform's key.
 *
 * @param username the actor's name, of staff or of a citizen
 * @param passwordHash empty where another place checks the password
 * @param previousHash of the password before, empty for the first one
 * @param changeOwed whether somebody else knows the password
 * @param secret that of the second factor, sealed; empty without one
 * @param step the last time step whose code was accepted
 * @param nextSecret one that was shown and not confirmed yet, sealed
 */
public record StoredCredential(
        String username,
        Optional<String> passwordHash,
        Optional<String> previousHash,
        boolean changeOwed,
        Optional<String> secret,
        long step,
        Optional<String> nextSecret) {

    StoredCredential(
            String username, String hash, String previous, boolean owed, String secret, long step, String next) {
        this(
                username,
                Optional.ofNullable(hash),
                Optional.ofNullable(previous),
                owed,
                Optional.ofNullable(secret),
                step,
                Optional.ofNullable(next));
    }

    /** That of a new account. */
    public static StoredCredential first(String username, String passwordHash, boolean changeOwed) {
        return new StoredCredential(username, passwordHash, null, changeOwed, null, 0, null);
    }

    /** That of an account whose password another place checks. */
    public static StoredCredential external(String username) {
        return new StoredCredential(
                username, Optional.empty(), Optional.empty(), false, Optional.empty(), 0, Optional.empty());
    }

    /** The same with a second factor. */
    public StoredCredential with(String sealedSecret) {
        return new StoredCredential(
                username, passwordHash, previousHash, changeOwed, Optional.of(sealedSecret), step, nextSecret);
    }

    @Override
    public String toString() {
        return "StoredCredential[" + username + "]";
    }
}
