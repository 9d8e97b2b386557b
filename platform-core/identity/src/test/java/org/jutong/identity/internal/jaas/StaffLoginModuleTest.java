package org.jutong.identity.internal.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.ADMIN_PASSWORD;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.security.Principal;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.Client;
import org.jutong.identity.NewGrant;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
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
                        identity.authority));
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
    void aKeyInsteadOfAPasswordIsRefused() {
        assertThatThrownBy(() -> signIn(callbacks -> {
                    throw new UnsupportedCallbackException(callbacks[1]);
                }))
                .isInstanceOf(FailedLoginException.class);
    }
}
