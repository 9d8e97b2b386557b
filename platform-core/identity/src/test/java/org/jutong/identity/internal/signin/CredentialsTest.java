package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.Client;
import org.jutong.identity.ExternalCredentials;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Session;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

/** One check for all, at the cost of one hash each, and a record of every refusal. */
class CredentialsTest {

    private static final Client HERE = new Client("127.0.0.1", "Browser");

    private final TestClock clock = new TestClock();
    private final Store store = Databases.DERBY.empty();
    private final TestIdentity identity = new TestIdentity(store, clock);
    private final CountingPasswords passwords = new CountingPasswords();
    private final List<String> askedElsewhere = new ArrayList<>();
    private Credentials credentials;

    @BeforeEach
    void start() {
        identity.account("zhang", NewGrant.on(GUIYANG, Accounts.EDITOR));
        identity.account("disabled", NewGrant.on(GUIYANG, Accounts.EDITOR));
        identity.accounts.setDisabled(ADMIN, "disabled", true);
        SecondFactors factors = new SecondFactors(store, identity.sealing, clock);
        new CredentialTable(store).insert(StoredCredential.external("directory"));
        credentials = new Credentials(
                store,
                new AllHolders(new WithDirectory(new StaffHolders(identity.roster))),
                passwords,
                factors,
                new SecondFactorPolicy(identity.roster, identity.authority, "nobody"),
                new Throttle(store, clock),
                identity.audit);
        credentials.elsewhere = List.of(new Directory());
    }

    private String refusal(String username, String password) {
        return code(() -> credentials.check(SignIn.of(username, password, HERE)));
    }

    private int hashes(Runnable work) {
        int before = passwords.checks;
        work.run();
        return passwords.checks - before;
    }

    @Test
    void whateverTheNameOnePasswordIsHashed() {
        for (String name : List.of("zhang", "disabled", "nobody", "directory", "", "\0", "x".repeat(10_000))) {
            assertThat(hashes(
                            () -> assertThat(refusal(name, "not the password")).isEqualTo("wrong_credentials")))
                    .as(name)
                    .isEqualTo(1);
        }
    }

    @Test
    void whateverThePasswordOneIsHashedAndNeverALongOne() {
        for (String password : List.of("", "\0", "x".repeat(1025), "x".repeat(10_000), PASSWORD + "\0")) {
            assertThat(hashes(() -> assertThat(refusal("zhang", password)).isEqualTo("wrong_credentials")))
                    .isEqualTo(1);
            assertThat(passwords.longest).isLessThanOrEqualTo(1024);
            new Throttle(store, clock).succeeded("zhang");
        }
        assertThat(hashes(() -> credentials.check(SignIn.of("zhang", PASSWORD, HERE))))
                .isEqualTo(1);
    }

    @Test
    void withASecondFactorOnePasswordIsHashedToo() {
        Session session = identity.sessions.signIn(SignIn.of("zhang", PASSWORD, HERE));
        SecondFactors.Offer offer = identity.own.offer(session.actor(), PASSWORD, HERE);
        byte[] secret = new org.apache.commons.codec.binary.Base32().decode(offer.secret());
        identity.own.enrol(session, new Totp().code(secret, clock.instant()), HERE);

        assertThat(hashes(() -> assertThat(refusal("zhang", "not the password")).isEqualTo("wrong_credentials")))
                .isEqualTo(1);
        assertThat(hashes(() -> assertThat(refusal("zhang", PASSWORD)).isEqualTo("second_factor_missing")))
                .isEqualTo(1);
        assertThat(hashes(() -> assertThat(
                                code(() -> credentials.checkLine(SignIn.of("zhang", PASSWORD + "123456", HERE))))
                        .isEqualTo("wrong_second_factor")))
                .isEqualTo(1);
        assertThat(hashes(() -> assertThat(code(() -> credentials.checkLine(SignIn.of("zhang", "wrong", HERE))))
                        .isEqualTo("wrong_credentials")))
                .isEqualTo(1);
    }

    @Test
    void whoMustWaitCostsNothing() {
        for (int i = 0; i < 5; i++) {
            refusal("zhang", "not the password");
        }

        assertThat(hashes(() -> assertThat(refusal("zhang", PASSWORD)).isEqualTo("too_many_attempts")))
                .isZero();
    }

    @Test
    void anAccountOfAnotherPlaceIsCheckedThereAloneAndNeverWithoutAPassword() {
        assertThat(credentials
                        .check(SignIn.of("directory", "in the directory", HERE))
                        .holder()
                        .username())
                .isEqualTo("directory");
        assertThat(refusal("directory", "")).isEqualTo("wrong_credentials");
        assertThat(refusal("zhang", "in the directory")).isEqualTo("wrong_credentials");
        credentials.elsewhere = List.of();
        assertThat(refusal("directory", "in the directory")).isEqualTo("wrong_credentials");
        assertThat(askedElsewhere).containsExactly("directory");
    }

    @Test
    void everyRefusalIsRecordedAndAnUnknownNameIsNot() {
        refusal("zhang", "not the password");
        refusal("disabled", PASSWORD);
        refusal("my-password-in-the-wrong-field", "x");

        assertThat(identity.audit
                        .lines()
                        .subList(
                                identity.audit.lines().size() - 3,
                                identity.audit.lines().size()))
                .containsExactly(
                        "SIGN_IN DENIED  account:zhang wrong_credentials",
                        "SIGN_IN DENIED  account:disabled wrong_credentials",
                        "SIGN_IN DENIED  account:? wrong_credentials");
    }

    @Test
    void atTheShellWhoOwesSomethingStaysOutside() {
        identity.recovery.resetPassword(ADMIN, "zhang");
        new CredentialTable(store).setPassword("zhang", passwords.hash(PASSWORD), true);
        assertThat(code(() -> credentials.checkLine(SignIn.of("zhang", PASSWORD, HERE))))
                .isEqualTo("password_change_required");
        Credentials strict = new TestIdentity(store, clock, "everybody").credentials;
        new CredentialTable(store).setPassword("zhang", passwords.hash(PASSWORD), false);
        assertThat(code(() -> strict.checkLine(SignIn.of("zhang", PASSWORD, HERE))))
                .isEqualTo("second_factor_enrolment_required");
    }

    private static final class CountingPasswords extends Passwords {
        private int checks;
        private int longest;

        CountingPasswords() {
            super(64, 1);
        }

        @Override
        boolean check(String password, String hash) {
            checks++;
            longest = Math.max(longest, password.length());
            return super.check(password, hash);
        }
    }

    /** The staff, and one account whose password a directory checks. */
    private record WithDirectory(Holders staff) implements Holders {
        @Override
        public Optional<Holder> named(String typed) {
            return of(typed);
        }

        @Override
        public Optional<Holder> of(String username) {
            return username.equals("directory")
                    ? Optional.of(new Holder(new Actor("directory", "某人"), true, "ldap"))
                    : staff.of(username);
        }
    }

    private final class Directory implements ExternalCredentials {
        @Override
        public String source() {
            return "ldap";
        }

        @Override
        public boolean matches(String username, String password) {
            askedElsewhere.add(username);
            return password.equals("in the directory");
        }
    }
}
