package org.jutong.identity.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.Client;
import org.jutong.identity.Session.Duty;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.signin.OwnSession;
import org.jutong.identity.internal.signin.QrCode;
import org.jutong.plugin.Problem;

/** The shapes of signing in on REST. What carries a secret shows nothing of it in a log. */
public final class SessionViews {

    private SessionViews() {}

    /** What a person signs in with. */
    public record Attempt(String username, String password, String totp, String recoveryCode) {
        SignIn signIn(Client client) {
            if (username == null || username.isBlank()) {
                throw Problem.invalid("username_missing", "username");
            }
            return new SignIn(
                    username,
                    SessionViews.given(password, "password"),
                    Optional.ofNullable(totp).filter(code -> !code.isBlank()),
                    Optional.ofNullable(recoveryCode).filter(code -> !code.isBlank()),
                    client);
        }

        @Override
        public String toString() {
            return "Attempt[]";
        }
    }

    /** Who is signed in, what they may do and what they owe. */
    public record SessionView(
            String kind,
            String username,
            String displayName,
            String csrfToken,
            Instant expires,
            List<String> roots,
            List<String> permissions,
            List<String> duties,
            boolean secondFactor,
            List<String> offices) {
        @Override
        public String toString() {
            return "SessionView[" + username + "]";
        }
    }

    static String word(Duty duty) {
        return switch (duty) {
            case PASSWORD -> "password";
            case SECOND_FACTOR -> "secondFactor";
        };
    }

    /** How one may sign in. */
    public record Ways(boolean password, List<Way> external) {}

    /** Another place to sign in at. */
    public record Way(String id, String title, String url) {}

    /** A new password. */
    public record PasswordChange(String current, String password) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** The password once more, before something that matters. */
    public record Confirmation(String password) {
        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }

    /** A secret for the authenticator app. */
    public record Secret(String secret, String uri, QrCode qr) {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    /** The first code of the app. */
    public record Code(String code) {
        @Override
        public String toString() {
            return "Code[]";
        }
    }

    /** Shown once. */
    public record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes[]";
        }
    }

    /** All of them. */
    public record OwnSessions(List<OwnSession> items, String next) {}

    /** @throws Problem {@code <name>_missing} (400) */
    static String given(String value, String name) {
        if (value == null || value.isEmpty()) {
            throw Problem.invalid(name + "_missing", name);
        }
        return value;
    }
}
