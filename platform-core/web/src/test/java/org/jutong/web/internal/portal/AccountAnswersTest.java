package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accesses;
import org.jutong.identity.OwnAccount;
import org.jutong.identity.Registrations;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.account.AccountPages;
import org.jutong.web.internal.account.AccountPages.Answer;
import org.jutong.web.internal.account.OwnPages;
import org.jutong.web.internal.account.Visitors;
import org.jutong.web.internal.account.WayIn;
import org.jutong.web.internal.door.FakeRequest;

/** What goes with the answers of the account's pages. */
class AccountAnswersTest {

    private static final Session SESSION =
            new Session("token", "secret", new Actor("citizen:17", "王芳"), Instant.MAX, Set.of());

    private final DemoPortal portal = new DemoPortal();
    private final Registrations registrations = fake(Registrations.class, Map.of("isTrial", false));
    private final Sessions sessions = fake(Sessions.class, Map.of("resume", Optional.of(SESSION), "signOut", ""));

    private Answer post(String page, Object signedIn) {
        OwnAccount account = fake(OwnAccount.class, Map.of("signIn", signedIn, "close", ""));
        AccountPages pages = new AccountPages(
                new Visitors(sessions),
                new WayIn(registrations, account, sessions),
                new OwnPages(account, registrations, fake(Accesses.class, Map.of())));
        String path = "/sites/" + GUIYANG.value() + "/account/" + page;
        FakeRequest request = FakeRequest.of("POST", path + "?csrf=secret").cookie("jutong_session", "token");
        return pages.serve(request.request(), portal.renderer, portal.view(GUIYANG), page);
    }

    @Test
    void whoMustWaitIsToldHowLong() {
        Answer answer = post("sign-in", Problem.of(429, "too_many_attempts", 600));

        assertThat(answer.page().orElseThrow().status()).isEqualTo(429);
        assertThat(answer.headers()).isEqualTo(Map.of("Retry-After", "600"));
        assertThat(post("sign-in", Problem.unauthenticated("wrong_credentials")).headers())
                .isEmpty();
    }

    @Test
    void whoLeavesTakesTheKeptPagesAlongAndNeitherTheSettingsOfTheReaderNorCookiesOfOthers() {
        for (String page : new String[] {"sign-out", "close"}) {
            assertThat(post(page, "").headers())
                    .containsEntry("Clear-Site-Data", "\"cache\"")
                    .hasEntrySatisfying(
                            "Set-Cookie",
                            cookie -> assertThat(cookie)
                                    .startsWith("jutong_session=;")
                                    .endsWith("Max-Age=0"));
        }
    }

    @Test
    void whoComesInGetsTheCookieAlone() {
        assertThat(post("sign-in", SESSION).headers())
                .hasEntrySatisfying("Set-Cookie", cookie -> assertThat(cookie).startsWith("jutong_session=token;"))
                .hasSize(1);
    }

    /** Answers or throws for each method what is given. */
    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
            Object answer = answers.get(called.getName());
            if (answer instanceof Problem refused) {
                throw refused;
            }
            return called.getReturnType() == void.class ? null : answer;
        }));
    }
}
