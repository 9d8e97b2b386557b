package org.jutong.identity;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody signs in with.
 *
 * @param username as typed: the name of a member of the staff, or a citizen's mobile number
 * @param password as typed; capped before it is hashed, kept nowhere
 * @param code the six digits of the second factor, if given
 * @param recoveryCode in place of the six digits, if given
 * @param client where the request comes from
 */
public record SignIn(
        String username, String password, Optional<String> code, Optional<String> recoveryCode, Client client) {

    public SignIn {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(recoveryCode, "recoveryCode");
        Objects.requireNonNull(client, "client");
    }

    /** A name and a password. */
    public static SignIn of(String username, String password, Client client) {
        return new SignIn(username, password, Optional.empty(), Optional.empty(), client);
    }

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
