package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.audit.Outcome;
import org.jutong.audit.testing.RecordedAudit;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;

/** What the door records: denials, and changes through plugins. */
class DoorRecordsTest {

    private static final SiteCode SITE = new SiteCode("5201000001");
    private static final Actor ACTOR = new Actor("li.ming", "李明");
    private static final String ANSWER = "/api/v1/plugins/interaction/sites/5201000001/letters/17/answer";

    private final RecordedAudit audit = new RecordedAudit();
    private final Attempts attempts = new Attempts(audit, Clock.systemUTC());
    private final Denials denials = new Denials(attempts);
    private final PluginCalls calls = new PluginCalls(audit, attempts);

    @AfterEach
    void stop() {
        attempts.close();
    }

    @Test
    void a_refusal_names_who_asked_for_what_on_which_site_and_why_it_was_refused() {
        HttpServletRequest request = request("GET", "/api/v1/sites/5201000001/articles");
        new Caller(ACTOR, Set.of(), Optional.empty()).remember(request);
        Denials.remember(request, Problem.forbidden("forbidden", "article.write", SITE.value()));
        denials.record(request, 403);
        assertThat(audit.last())
                .isEqualTo(
                        Event.denied(Action.ACCESS_ATTEMPT, ACTOR, "GET /api/v1/sites/5201000001/articles", "forbidden")
                                .on(SITE));
    }

    @Test
    void refusals_for_want_of_a_right_are_recorded_and_other_answers_are_not() {
        for (int status : new int[] {200, 304, 400, 404, 409, 413, 500}) {
            denials.record(request("POST", "/api/v1/orders"), status);
        }
        assertThat(audit.events()).isEmpty();
        denials.record(request("POST", "/api/v1/orders"), 401);
        denials.record(request("PUT", "/api/v1/orders"), 429);
        assertThat(audit.events()).hasSize(2);
        assertThat(audit.last().detail()).isEqualTo("429");
    }

    @Test
    void asking_whether_one_is_signed_in_is_no_attempt() {
        denials.record(request("GET", "/api/v1/session"), 401);
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void a_refused_sign_in_is_recorded_by_the_sign_in_itself_unless_it_never_came_so_far() {
        for (String path : new String[] {"/api/v1/session", "/sites/5201000001/account/sign-in"}) {
            HttpServletRequest wrong = request("POST", path);
            Denials.remember(wrong, Problem.unauthenticated("wrong_credentials"));
            denials.record(wrong, 401);
            HttpServletRequest throttled = request("POST", path);
            Denials.remember(throttled, Problem.of(429, "too_many_attempts", 60));
            denials.record(throttled, 429);
        }
        HttpServletRequest first = request("POST", "/api/v1/session");
        Denials.remember(first, Problem.unauthenticated("second_factor_missing"));
        denials.record(first, 401);
        assertThat(audit.events()).isEmpty();
        HttpServletRequest foreign = request("POST", "/api/v1/session");
        Denials.remember(foreign, Problem.forbidden("wrong_origin"));
        denials.record(foreign, 403);
        assertThat(audit.last().detail()).isEqualTo("wrong_origin");
    }

    @Test
    void a_change_through_a_plugin_is_recorded_when_it_is_done() throws PluginFault {
        assertThat(calls.run(request("POST", ANSWER), site(), () -> "answered")).isEqualTo("answered");
        assertThat(audit.events())
                .containsExactly(Event.done(Action.PLUGIN_CALL, ACTOR, "interaction POST letters/17/answer")
                        .on(SITE));
        calls.run(request("POST", "/sites/5201000001/plugins/interaction/letters/new"), site(), () -> "");
        assertThat(audit.last().object()).isEqualTo("interaction POST letters/new");
    }

    @Test
    void reading_is_not_recorded() throws PluginFault {
        calls.run(request("GET", ANSWER), site(), () -> "");
        calls.run(request("HEAD", ANSWER), site(), () -> "");
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void a_change_that_fails_is_recorded_with_its_code_and_one_that_the_plugin_refuses_is_left_to_the_door() {
        assertThatThrownBy(() -> calls.run(request("POST", ANSWER), site(), () -> {
                    throw Problem.notFound("letter_not_found", 17);
                }))
                .isInstanceOf(Problem.class);
        assertThat(audit.last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(audit.last().detail()).isEqualTo("letter_not_found");

        assertThatThrownBy(() -> calls.run(request("PUT", ANSWER), site(), () -> {
                    throw new PluginFault("late", null);
                }))
                .isInstanceOf(PluginFault.class);
        assertThat(audit.last().detail()).isEqualTo("plugin_fault");

        int before = audit.events().size();
        assertThatThrownBy(() -> calls.run(request("PATCH", ANSWER), site(), () -> {
                    throw Problem.forbidden("forbidden");
                }))
                .isInstanceOf(Problem.class);
        assertThat(audit.events()).hasSize(before);
    }

    @Test
    void without_a_record_there_is_no_success() {
        audit.unavailable(true);
        assertThatThrownBy(() -> calls.run(request("POST", ANSWER), site(), () -> ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    private static HttpServletRequest request(String method, String path) {
        return FakeRequest.of(method, path).request();
    }

    private static SiteContext site() {
        return (SiteContext) Proxy.newProxyInstance(
                DoorRecordsTest.class.getClassLoader(),
                new Class<?>[] {SiteContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "site" -> SITE;
                    case "plugin" -> "interaction";
                    case "actor" -> ACTOR;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
