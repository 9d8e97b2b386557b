package org.jutong.identity.internal.jaas;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.jutong.audit.Origin;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Client;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.signin.Credentials;
import org.jutong.identity.internal.signin.Holder;
import org.jutong.plugin.Problem;

/**
 * Signs an account in by name and password, the six digits of its second factor typed right after it; a public key is refused, since nothing here could check it. One instance
 * for each sign-in, as JAAS has it.
 */
public final class StaffLoginModule implements LoginModule {

    static final String CREDENTIALS = "credentials";
    static final String ROSTER = "roster";
    static final String AUTHORITY = "authority";
    static final String CLOCK = "clock";

    // what the container's own access rules ask for; our commands check the account's rights themselves
    private static final List<String> STAFF = List.of("ssh", "staff");
    private static final List<String> ADMINISTRATOR = List.of("admin", "manager", "viewer", "systembundles");

    private Subject subject;
    private CallbackHandler handler;
    private Credentials credentials;
    private Roster roster;
    private GrantedAuthority authority;
    private Clock clock;
    private final Set<Principal> principals = new HashSet<>();

    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        this.credentials = (Credentials) options.get(CREDENTIALS);
        this.roster = (Roster) options.get(ROSTER);
        this.authority = (GrantedAuthority) options.get(AUTHORITY);
        this.clock = (Clock) options.get(CLOCK);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("Username: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new FailedLoginException("Only a name with a password is accepted");
        }
        if (name.getName() == null || password.getPassword() == null) {
            throw new FailedLoginException("A name and a password are needed");
        }
        Origin before = Origin.enter(new Origin(Origin.Channel.SHELL, address()));
        try {
            Holder holder = credentials.checkLine(
                    SignIn.of(name.getName(), new String(password.getPassword()), new Client(address(), "")));
            roster.signedIn(holder.username(), clock.instant());
            roster.find(holder.username()).ifPresent(found -> principals.addAll(principals(found.account())));
            return true;
        } catch (Problem refused) {
            throw new FailedLoginException(refused.code());
        } finally {
            Origin.enter(before);
            password.clearPassword();
        }
    }

    @Override
    public boolean commit() {
        return subject.getPrincipals().addAll(principals);
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }

    private Set<Principal> principals(Account account) {
        Set<Principal> result = new HashSet<>();
        result.add(new UserPrincipal(account.username()));
        if (authority.holdsAnything(account.actor())) {
            STAFF.forEach(role -> result.add(new RolePrincipal(role)));
        }
        if (authority.isAdministrator(account.actor())) {
            ADMINISTRATOR.forEach(role -> result.add(new RolePrincipal(role)));
        }
        return result;
    }

    /** The SSH client's address without its port, {@code /127.0.0.1:40000}; {@code shell} for any other way in. */
    private String address() {
        return subject.getPrincipals(ClientPrincipal.class).stream()
                .map(client -> client.getAddress().replaceFirst("^.*/", "").replaceFirst(":\\d+$", ""))
                .findFirst()
                .orElse("shell");
    }
}
