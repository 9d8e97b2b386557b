package org.jutong.identity.internal.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.ADMIN_PASSWORD;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.Principal;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.commons.codec.binary.Base32;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.Client;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Session;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;

class StaffLoginModuleTest {

    private final Store store = Databases.DERBY.empty();
    private final TestIdentity identity = TestIdentity.over(store);

    private Subject signIn(String username, String password) throws LoginException {
        return signIn(callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(username);
                } else {
                    ((PasswordCallback) callback).setPassword(password.toCharArray());
                }
            }
        });
    }

    private Subject signIn(CallbackHandler handler) throws LoginException {
        Subject subject = new Subject();
        subject.getPrincipals().add(new ClientPrincipal("ssh", "/127.0.0.1:40000"));
        StaffLoginModule module = new StaffLoginModule();
        module.initialize(
                subject,
                handler,
                Map.of(),
                Map.of(
                        StaffLoginModule.CREDENTIALS,
                        identity.credentials,
                        StaffLoginModule.ROSTER,
                        identity.roster,
                        StaffLoginModule.AUTHORITY,
                        identity.authority,
                        StaffLoginModule.CLOCK,
                        new TestClock()));
        module.login();
        module.commit();
        return subject;
    }

    @Test
    void anAdministratorHoldsTheContainersRolesToo() throws LoginException {
        Subject subject = signIn("admin", ADMIN_PASSWORD);

        assertThat(subject.getPrincipals(UserPrincipal.class))
                .extracting(Principal::getName)
                .containsExactly("admin");
        assertThat(subject.getPrincipals(RolePrincipal.class))
                .extracting(Principal::getName)
                .containsExactlyInAnyOrder("ssh", "staff", "admin", "manager", "viewer", "systembundles");
    }

    @Test
    void itCountsAsUseOfTheAccount() throws LoginException {
        signIn("admin", ADMIN_PASSWORD);

        assertThat(identity.accounts.find("admin").orElseThrow().lastSignIn()).contains(new TestClock().instant());
    }

    @Test
    void aLocalAdministratorGetsInAndHoldsNothingOfTheContainer() throws LoginException {
        identity.account("local", NewGrant.on(GUIYANG, Accounts.ADMINISTRATOR));

        assertThat(signIn("local", PASSWORD).getPrincipals(RolePrincipal.class))
                .extracting(Principal::getName)
                .containsExactlyInAnyOrder("ssh", "staff");
    }

    @Test
    void wrongPasswordsAndDisabledAccountsStayOutside() {
        identity.account("local", NewGrant.on(GUIYANG, Accounts.EDITOR));
        assertThatThrownBy(() -> signIn("local", "not the password"))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("wrong_credentials");

        identity.accounts.setDisabled(ADMIN, "local", true);

        assertThatThrownBy(() -> signIn("local", PASSWORD)).hasMessage("wrong_credentials");
    }

    @Test
    void failuresHereAndOnTheWebCountTogether() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn("admin", "not the password")).hasMessage("wrong_credentials");
        }

        assertThatThrownBy(
                        () -> identity.sessions.signIn(SignIn.of("admin", ADMIN_PASSWORD, new Client("127.0.0.1", ""))))
                .hasMessageContaining("too_many_attempts");
        assertThatThrownBy(() -> signIn("admin", ADMIN_PASSWORD)).hasMessage("too_many_attempts");
    }

    @Test
    void theSixDigitsAreTypedRightAfterThePassword() throws LoginException {
        Session session = identity.sessions.signIn(SignIn.of("admin", ADMIN_PASSWORD, new Client("127.0.0.1", "")));
        Client here = new Client("127.0.0.1", "");
        byte[] secret = new Base32()
                .decode(identity.own
                        .offer(session.actor(), ADMIN_PASSWORD, here)
                        .secret());
        identity.own.enrol(session, code(secret, -1), here);

        assertThatThrownBy(() -> signIn("admin", ADMIN_PASSWORD)).hasMessage("second_factor_missing");
        assertThatThrownBy(() -> signIn("admin", ADMIN_PASSWORD + "000000")).hasMessage("wrong_second_factor");
        assertThatThrownBy(() -> signIn("admin", code(secret, 0))).hasMessage("wrong_credentials");
        assertThat(signIn("admin", ADMIN_PASSWORD + code(secret, 0)).getPrincipals(UserPrincipal.class))
                .hasSize(1);
    }

    private static String code(byte[] secret, int steps) throws LoginException {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "HmacSHA1"),
                            new TestClock().instant().plusSeconds(30L * steps));
        } catch (InvalidKeyException e) {
            throw new LoginException(e.getMessage());
        }
    }

    @Test
    void aKeyInsteadOfAPasswordIsRefused() {
        assertThatThrownBy(() -> signIn(callbacks -> {
                    throw new UnsupportedCallbackException(callbacks[1]);
                }))
                .isInstanceOf(FailedLoginException.class);
    }
}
