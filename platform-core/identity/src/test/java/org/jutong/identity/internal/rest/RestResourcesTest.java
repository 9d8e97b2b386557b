package org.jutong.identity.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.Client;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Session;
import org.jutong.identity.SessionCookie;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.rest.GrantViews.ScopeView;
import org.jutong.identity.internal.rest.GrantViews.WantedGrant;
import org.jutong.identity.internal.rest.SessionViews.Attempt;
import org.jutong.identity.internal.rest.SessionViews.SessionView;
import org.jutong.identity.internal.rest.UserViews.NewUser;
import org.jutong.identity.internal.rest.UserViews.User;
import org.jutong.identity.internal.rest.UserViews.UserChange;
import org.jutong.persistence.Store;

class RestResourcesTest {

    private final Store store = Databases.DERBY.empty();
    private final TestIdentity identity = TestIdentity.over(store);
    private final SessionResource sessions = new SessionResource(
            identity.sessions, identity.own, identity.accounts, identity.offices, identity.authority);
    private final Shapes shapes =
            new Shapes(identity.roles, identity.organisationTree, identity.recovery, new TestClock());
    private final UsersResource users = new UsersResource(identity.accounts, identity.passwords, shapes);
    private final UserResource user = new UserResource(identity.accounts, identity.care, identity.duties, shapes);

    /** A request on plain HTTP to portal.example:8181. */
    private static HttpServletRequest request(String token, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RestResourcesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getCookies" -> token == null ? null : new Cookie[] {new Cookie("jutong_session", token)};
                    case "getHeader" -> "Host".equals(arguments[0]) ? "portal.example:8181" : headers.get(arguments[0]);
                    case "getRemoteAddr" -> "127.0.0.1";
                    case "isSecure" -> headers.containsKey("secure");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Session session() {
        identity.account("zhang", NewGrant.on(GUIYANG, Accounts.EDITOR));
        return identity.sessions.signIn(SignIn.of("zhang", PASSWORD, new Client("127.0.0.1", "")));
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpServletRequest plain = request("t", Map.of());
        HttpServletRequest secure = request("t", Map.of("secure", ""));

        assertThat(SessionCookie.set("t", plain)).isEqualTo("jutong_session=t; Path=/; HttpOnly; SameSite=Lax");
        assertThat(SessionCookie.set("t", secure))
                .isEqualTo("__Host-jutong_session=t; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(SessionCookie.forget(plain)).startsWith("jutong_session=;").contains("Max-Age=0");
        assertThat(SessionCookie.token(plain)).contains("t");
        assertThat(SessionCookie.token(secure)).isEmpty();
    }

    @Test
    void aSessionTellsWhoAndWhat() {
        Session session = session();

        SessionView anywhere = sessions.session(null, request(session.token(), Map.of()));
        SessionView elsewhere = sessions.session(ZUNYI.value(), request(session.token(), Map.of()));

        assertThat(anywhere.username()).isEqualTo("zhang");
        assertThat(anywhere.csrfToken()).isEqualTo(session.csrf());
        assertThat(anywhere.roots()).containsExactly(GUIYANG.value());
        assertThat(anywhere.permissions()).containsExactly("article.publish", "article.review", "article.write");
        assertThat(elsewhere.permissions()).isEmpty();
        assertThat(code(() -> sessions.session(null, request(null, Map.of())))).isEqualTo("not_signed_in");
        assertThat(code(() -> sessions.session(null, request("made up", Map.of()))))
                .isEqualTo("not_signed_in");
    }

    @Test
    void signingInFromAnotherSitesPageIsRefused() {
        Attempt body = new Attempt("admin", TestIdentity.ADMIN_PASSWORD, null, null);
        for (String origin : List.of("https://evil.example", "null", "http://portal.example", "http://[")) {
            assertThat(code(() -> sessions.signIn(body, request(null, Map.of("Origin", origin)))))
                    .as(origin)
                    .isEqualTo("wrong_origin");
        }
    }

    @Test
    void signingInAsksForBoth() {
        assertThat(code(() -> sessions.signIn(null, request(null, Map.of())))).isEqualTo("username_missing");
        assertThat(code(() -> sessions.signIn(new Attempt("admin", null, null, null), request(null, Map.of()))))
                .isEqualTo("password_missing");
    }

    @Test
    void signingOutNeedsTheSecondSecret() {
        Session session = session();

        assertThat(code(() -> sessions.signOut(null, request(session.token(), Map.of()))))
                .isEqualTo("csrf_token_missing");
        assertThat(code(() -> sessions.signOut("wrong", request(session.token(), Map.of()))))
                .isEqualTo("csrf_token_missing");
        assertThat(identity.sessions.resume(session.token())).isPresent();
    }

    @Test
    void usersComeInPages() {
        identity.account("user-a", NewGrant.on(GUIYANG, Accounts.EDITOR));
        identity.account("user-b", NewGrant.on(GUIYANG, Accounts.EDITOR));

        UserViews.Users first = users.list(null, null, null, "", 2, null, ADMIN);
        UserViews.Users second = users.list(null, null, null, first.next(), 2, null, ADMIN);

        assertThat(first.items()).extracting(User::username).containsExactly("admin", "user-a");
        assertThat(first.items().get(0).grants()).singleElement().satisfies(grant -> {
            assertThat(grant.role()).isEqualTo("administrator");
            assertThat(grant.roleTitle()).isEqualTo("系统管理员");
            assertThat(grant.site()).isEqualTo("*");
            assertThat(grant.scope()).isEqualTo(new ScopeView("everywhere", null, null, null));
            assertThat(grant.inForce()).isTrue();
        });
        assertThat(second.items()).extracting(User::username).containsExactly("user-b");
        assertThat(second.next()).isNull();
        assertThat(code(() -> users.list(null, null, null, "", 201, null, ADMIN)))
                .isEqualTo("limit_invalid");
    }

    private NewUser user(List<WantedGrant> grants) {
        return new NewUser("li.si", "李四", PASSWORD, null, null, null, grants);
    }

    private static WantedGrant grant(String role, String site) {
        return new WantedGrant(role, site, null, null, null, null);
    }

    @Test
    void whatIsLeftOutOfANewUserIsNamed() {
        assertThat(code(() -> users.create(null, null, ADMIN))).isEqualTo("username_missing");
        assertThat(code(() -> users.create(user(null), null, ADMIN))).isEqualTo("grants_missing");
        assertThat(code(() -> users.create(user(List.of(grant(null, GUIYANG.value()))), null, ADMIN)))
                .isEqualTo("role_not_found");
        assertThat(code(() -> users.create(user(List.of(grant("editor", null))), null, ADMIN)))
                .isEqualTo("invalid_site_code");
        assertThat(code(() -> users.create(
                        user(List.of(new WantedGrant("editor", "*", null, "tomorrow", null, null))), null, ADMIN)))
                .isEqualTo("time_invalid");
        for (ScopeView scope : List.of(
                new ScopeView(null, null, null, null),
                new ScopeView("organisation", null, null, null),
                new ScopeView("column", GUIYANG.value(), null, null))) {
            assertThat(code(() -> users.create(
                            user(List.of(new WantedGrant("editor", null, scope, null, null, null))), null, ADMIN)))
                    .isEqualTo("scope_invalid");
        }
    }

    @Test
    void aPasswordThatIsMadeUpIsShownOnceAndMustBeChanged() {
        NewUser wanted = new NewUser("li.si", "李四", null, null, null, null, List.of(grant("editor", GUIYANG.value())));

        User made = users.make(wanted, Locale.ENGLISH, ADMIN);

        assertThat(made.password()).hasSize(20);
        assertThat(made.toString()).doesNotContain(made.password());
        assertThat(user.show("li.si", null, ADMIN).password()).isNull();
        assertThat(identity.sessions
                        .signIn(SignIn.of("li.si", made.password(), new Client("127.0.0.1", "")))
                        .duties())
                .containsExactly(Session.Duty.PASSWORD);
        assertThat(user.show("li.si", null, ADMIN).lastSignIn()).isEqualTo(new TestClock().instant());
    }

    @Test
    void aUserIsChangedDisabledAndEnabled() {
        identity.account("user-a", NewGrant.on(GUIYANG, Accounts.EDITOR));

        assertThat(user.change("user-a", new UserChange(null, null, true), null, ADMIN)
                        .state())
                .isEqualTo("disabled");
        assertThat(user.change("user-a", new UserChange("张三", null, false), null, ADMIN))
                .satisfies(changed -> {
                    assertThat(changed.state()).isEqualTo("active");
                    assertThat(changed.displayName()).isEqualTo("张三");
                });
        long office = identity.organisations
                .create(ADMIN, "91350100M000100Y43", "办公室", Optional.empty(), Optional.empty())
                .id();
        assertThat(user.change("user-a", new UserChange(null, office, null), null, ADMIN)
                        .organisationName())
                .isEqualTo("办公室");
        assertThat(user.change("user-a", new UserChange(null, 0L, null), null, ADMIN)
                        .organisation())
                .isNull();
        assertThat(user.show("user-a", null, ADMIN).displayName()).isEqualTo("张三");
        assertThat(code(() -> user.change("user-a", new UserChange(null, null, null), null, ADMIN)))
                .isEqualTo("change_missing");
    }
}
