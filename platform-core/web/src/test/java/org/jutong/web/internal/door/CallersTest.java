package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Session;
import org.jutong.identity.Sessions;
import org.jutong.identity.Tokens;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

class CallersTest {

    private static final Actor ACTOR = new Actor("li.ming", "李明");
    private static final String COOKIE = "jutong_session";

    private final Callers callers = new Callers(oneSession());

    @BeforeEach
    void oneToken() {
        callers.tokens = token -> token.equals("jt_good")
                ? Optional.of(new Tokens.Bearer(ACTOR, Set.of("article.write")))
                : Optional.empty();
    }

    @Test
    void without_cookie_and_token_it_is_nobody() {
        assertThat(callers.find(get().request())).isEqualTo(Caller.NOBODY);
    }

    @Test
    void a_cookie_is_its_sessions_person_with_their_duties_and_stays_known_with_the_request() {
        HttpServletRequest request = get().cookie(COOKIE, "open").request();
        Caller caller = callers.find(request);
        assertThat(caller.actor()).isEqualTo(ACTOR);
        assertThat(caller.duties()).containsExactly(Session.Duty.PASSWORD);
        assertThat(Caller.of(request)).isEqualTo(caller);
    }

    @Test
    void a_mutation_with_a_session_needs_its_secret() {
        refused(post().cookie(COOKIE, "open"), "csrf_token_missing");
        refused(post().cookie(COOKIE, "open").header("X-CSRF-Token", "guessed"), "csrf_token_missing");
        assertThat(callers.find(post().cookie(COOKIE, "open")
                                .header("X-CSRF-Token", "secret")
                                .request())
                        .actor())
                .isEqualTo(ACTOR);
    }

    @Test
    void who_tried_is_known_although_the_secret_was_missing() {
        HttpServletRequest request = post().cookie(COOKIE, "open").request();
        assertThatThrownBy(() -> callers.find(request)).isInstanceOf(Problem.class);
        assertThat(Caller.of(request).actor()).isEqualTo(ACTOR);
    }

    @Test
    void a_token_needs_no_secret_and_brings_its_scopes() {
        Caller caller =
                callers.find(post().header("Authorization", "Bearer jt_good").request());
        assertThat(caller.actor()).isEqualTo(ACTOR);
        assertThat(caller.scopes()).contains(Set.of("article.write"));
    }

    @Test
    void a_token_that_is_not_known_is_refused_and_does_not_fall_back_to_nobody() {
        refused(get().header("Authorization", "bearer jt_bad"), "invalid_token");
        callers.tokens = null;
        refused(get().header("Authorization", "Bearer jt_good"), "invalid_token");
    }

    @Test
    void a_token_and_a_session_are_never_taken_together() {
        refused(get().header("Authorization", "Bearer jt_good").cookie(COOKIE, "open"), "token_with_session");
    }

    @Test
    void a_name_and_password_in_the_header_are_nothing() {
        assertThat(callers.find(get().header("Authorization", "Basic YTpi").request()))
                .isEqualTo(Caller.NOBODY);
    }

    private void refused(FakeRequest request, String code) {
        assertThatThrownBy(() -> callers.find(request.request()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static FakeRequest get() {
        return FakeRequest.of("GET", "/api/v1/orders");
    }

    private static FakeRequest post() {
        return FakeRequest.of("POST", "/api/v1/orders");
    }

    private static Sessions oneSession() {
        return (Sessions) Proxy.newProxyInstance(
                CallersTest.class.getClassLoader(), new Class<?>[] {Sessions.class}, (proxy, method, given) -> {
                    if (!method.getName().equals("resume")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return given[0].equals("open")
                            ? Optional.of(
                                    new Session("open", "secret", ACTOR, Instant.MAX, Set.of(Session.Duty.PASSWORD)))
                            : Optional.empty();
                });
    }
}
