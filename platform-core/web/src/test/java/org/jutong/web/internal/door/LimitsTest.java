package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

class LimitsTest {

    private static final String OWN = "/api/v1/sites/5201000001/articles";
    private static final Map<String, String> SMALL =
            Map.of("JUTONG_LIMIT_ADDRESS", "3", "JUTONG_LIMIT_USER", "2", "JUTONG_LIMIT_SITE", "4");

    private final Limits limits = new Limits(SMALL);

    @Test
    void an_address_has_ten_seconds_worth_at_once_and_is_then_told_when_to_come_back() {
        take(30, () -> get("/api/v1/sites", "192.0.2.1"));
        refused(() -> get("/api/v1/sites", "192.0.2.1"));
        get("/api/v1/sites", "192.0.2.2");
    }

    @Test
    void an_ipv6_customer_is_one_however_many_addresses_they_use() {
        for (int i = 1; i <= 30; i++) {
            get("/api/v1/sites", "2001:db8:1:2:0:0:0:" + i);
        }
        refused(() -> get("/api/v1/sites", "2001:db8:1:2:a:b:c:d"));
        get("/api/v1/sites", "2001:db8:1:3:0:0:0:1");
    }

    @Test
    void a_site_is_limited_whoever_asks() {
        for (int i = 1; i <= 40; i++) {
            get(OWN, "192.0.2." + i);
        }
        refused(() -> get(OWN, "192.0.2.99"));
        refused(() -> get("/sites/5201000001/plugins/poll/", "192.0.2.98"));
        get("/api/v1/sites/5203000001/articles", "192.0.2.97");
    }

    @Test
    void an_account_is_limited_wherever_it_is_used() {
        Actor actor = new Actor("li.ming", "李明");
        take(20, () -> limits.admit(actor));
        refused(() -> limits.admit(actor));
        limits.admit(new Actor("wang.fang", "王芳"));
        take(100, () -> limits.admit(Actor.ANONYMOUS));
    }

    @Test
    void pages_of_the_portal_and_files_cost_nothing_unless_they_are_made_anew() {
        take(200, () -> get("/sites/5201000001/articles/7", "192.0.2.1"));
        take(200, () -> get("/assets/abc/portal.css", "192.0.2.1"));
        take(200, () -> get("/health/ready", "192.0.2.1"));
        take(30, () -> limits.admitRendering(request("GET", "/sites/5201000001/", "192.0.2.1")));
        refused(() -> limits.admitRendering(request("GET", "/sites/5201000001/", "192.0.2.1")));
    }

    @Test
    void every_mutation_costs_and_so_does_every_page_of_a_plugin() {
        take(30, () -> limits.admit(request("POST", "/account/", "192.0.2.1")));
        refused(() -> limits.admit(request("POST", "/account/", "192.0.2.1")));
        take(30, () -> get("/hant/sites/5203000001/plugins/poll/", "192.0.2.2"));
        refused(() -> get("/hant/sites/5203000001/plugins/poll/", "192.0.2.2"));
    }

    @Test
    void a_sign_in_costs_ten_times_as_much() {
        take(3, () -> limits.admit(request("POST", "/api/v1/session", "192.0.2.1")));
        refused(() -> limits.admit(request("POST", "/api/v1/session", "192.0.2.1")));
    }

    @Test
    void signing_in_and_registering_at_the_portal_cost_as_much_as_at_rest() {
        String[] forms = {
            "/sites/5201000001/account/sign-in",
            "/hant/sites/5201000001/account/register",
            "/account/recover/code",
            "/api/v1/citizens",
            "/api/v1/citizens/verification"
        };
        for (String form : forms) {
            Limits fresh = new Limits(SMALL);
            take(3, () -> fresh.admit(request("POST", form, "192.0.2.1")));
            refused(() -> fresh.admit(request("POST", form, "192.0.2.1")));
        }
        take(30, () -> limits.admit(request("POST", "/sites/5201000001/account/sign-out", "192.0.2.1")));
    }

    @Test
    void asking_by_a_code_that_people_type_costs_fifty_times_as_much() {
        Limits usual = new Limits(Map.of());
        String rest = "/api/v1/plugins/interaction/sites/5201000001/letters/by-code/1234567890";
        String page = "/sites/5201000001/plugins/interaction/letters/query?code=1234567890";
        for (String question : new String[] {rest, page}) {
            String address = question.equals(rest) ? "192.0.2.1" : "192.0.2.2";
            take(40, () -> usual.admit(request("GET", question, address)));
            refused(() -> take(20, () -> usual.admit(request("GET", question, address))));
        }
        take(20, () -> get("/sites/5201000001/plugins/interaction/letters/query", "192.0.2.3"));
    }

    @Test
    void where_little_is_allowed_what_is_dear_is_still_possible_once() {
        get("/api/v1/sites/5203000001/letters/by-code/1234567890", "192.0.2.1");
        refused(() -> get("/api/v1/sites/5203000001/letters/by-code/1234567890", "192.0.2.1"));
    }

    @Test
    void what_is_dear_for_its_sender_does_not_use_up_the_site() {
        for (int i = 1; i <= 30; i++) {
            get("/api/v1/sites/5203000001/letters/by-code/1234567890", "192.0.2." + i);
        }
        get("/api/v1/sites/5203000001/articles", "192.0.2.99");
    }

    @Test
    void nought_is_no_limit() {
        Limits none = new Limits(Map.of("JUTONG_LIMIT_ADDRESS", "0"));
        take(5000, () -> none.admit(request("GET", "/api/v1/sites", "192.0.2.1")));
    }

    @Test
    void a_setting_that_is_no_number_is_refused_with_its_name() {
        assertThatThrownBy(() -> new Limits(Map.of("JUTONG_LIMIT_USER", "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JUTONG_LIMIT_USER");
        assertThatThrownBy(() -> new Limits(Map.of("JUTONG_LIMIT_SITE", "-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void get(String path, String address) {
        limits.admit(request("GET", path, address));
    }

    private static HttpServletRequest request(String method, String path, String address) {
        return FakeRequest.of(method, path).from(address).request();
    }

    private static void take(int times, Runnable request) {
        for (int i = 0; i < times; i++) {
            request.run();
        }
    }

    private static void refused(Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.code()).isEqualTo("too_many_requests");
            assertThat((Long) problem.arguments().get(0)).isPositive();
        });
    }
}
