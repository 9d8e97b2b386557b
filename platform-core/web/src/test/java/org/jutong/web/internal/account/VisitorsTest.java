package org.jutong.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.account.Visitors.Visit;

class VisitorsTest {

    private static final Actor CITIZEN = new Actor("citizen:17", "王芳");

    private static Visitors with(Actor actor) {
        Sessions sessions = (Sessions) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(), new Class<?>[] {Sessions.class}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("resume");
                    return Optional.of(new Session("token", "secret", actor, Instant.MAX, Set.of()));
                });
        return new Visitors(sessions);
    }

    private static HttpServletRequest request(String method, Map<String, String> form, boolean cookie) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "isSecure" -> false;
                    case "getParameter" -> form.get(arguments[0]);
                    case "getCookies" -> cookie ? new Cookie[] {new Cookie("jutong_session", "token")} : null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    @Test
    void aCitizenIsKnownByTheCookie() {
        Visit visit = with(CITIZEN).of(request("GET", Map.of(), true));

        assertThat(visit.citizen()).isEqualTo(CITIZEN);
        assertThat(visit.visitor().name()).isEqualTo("王芳");
        assertThat(visit.visitor().csrf()).isEqualTo("secret");
        assertThat(visit.visitor()).hasToString("Visitor[]");
        assertThat(with(CITIZEN).of(request("GET", Map.of(), false)).citizen()).isEqualTo(Actor.ANONYMOUS);
    }

    @Test
    void staffVisitThePortalAsAnybody() {
        Visit visit = with(new Actor("zhang", "张老师")).of(request("GET", Map.of(), true));

        assertThat(visit.citizen()).isEqualTo(Actor.ANONYMOUS);
        assertThat(visit.visitor().name()).isEmpty();
        assertThat(visit.visitor().csrf())
                .as("their forms are checked all the same")
                .isEqualTo("secret");
    }

    @Test
    void aFormIsTheCitizensOnlyWithTheSecret() {
        Visitors visitors = with(CITIZEN);

        assertThat(visitors.of(request("POST", Map.of("csrf", "secret"), true)).citizen())
                .isEqualTo(CITIZEN);
        assertThat(visitors.of(request("POST", Map.of(), true)).citizen())
                .as("a form on a page that is kept for everybody")
                .isEqualTo(Actor.ANONYMOUS);
        assertThat(catchThrowableOfType(
                                Problem.class, () -> visitors.of(request("POST", Map.of("csrf", "guess"), true)))
                        .code())
                .isEqualTo("csrf_token_missing");
    }

    @Test
    void browsersAreNamedAsPeopleKnowThem() {
        assertThat(Browser.name(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36"))
                .isEqualTo("Chrome · Windows");
        assertThat(Browser.name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0"))
                .isEqualTo("微信 · iPhone");
        assertThat(Browser.name("curl/8")).isEmpty();
    }
}
