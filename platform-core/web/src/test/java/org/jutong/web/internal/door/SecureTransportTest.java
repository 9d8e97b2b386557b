package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class SecureTransportTest {

    private static final SecureTransport ON =
            SecureTransport.of(Map.of("JUTONG_TLS_KEYSTORE", "/etc/site.p12", "JUTONG_TLS_PORT", "9443"));

    private final Map<String, String> answer = new HashMap<>();

    @Test
    void without_a_keystore_http_serves() {
        assertThat(redirects(SecureTransport.of(Map.of()), FakeRequest.of("GET", "/")))
                .isFalse();
        assertThat(answer).isEmpty();
    }

    @Test
    void with_one_http_sends_readers_to_https() {
        assertThat(redirects(ON, FakeRequest.of("GET", "/sites/5201000001/?page=2")))
                .isTrue();
        assertThat(answer)
                .containsEntry("status", "308")
                .containsEntry("Location", "https://province.example:9443/sites/5201000001/?page=2");
    }

    @Test
    void the_well_known_port_is_not_named() {
        redirects(new SecureTransport(443), FakeRequest.of("GET", "/console/"));
        assertThat(answer).containsEntry("Location", "https://province.example/console/");
    }

    @Test
    void a_program_is_refused_and_not_sent_on() {
        assertThatThrownBy(() -> redirects(ON, FakeRequest.of("POST", "/api/v1/session")))
                .hasMessageContaining("https_required");
        assertThat(answer).isEmpty();
    }

    @Test
    void whether_it_lives_is_told_on_http_too() {
        assertThat(redirects(ON, FakeRequest.of("GET", "/health/ready"))).isFalse();
    }

    @Test
    void what_came_by_https_is_served_and_the_browser_told_to_stay_with_it() {
        assertThat(redirects(ON, FakeRequest.of("GET", "/").secure())).isFalse();
        assertThat(answer).containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    private boolean redirects(SecureTransport transport, FakeRequest request) {
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, given) -> {
                    if (method.getName().equals("setStatus")) {
                        answer.put("status", given[0].toString());
                    } else {
                        answer.put((String) given[0], (String) given[1]);
                    }
                    return null;
                });
        return transport.redirects(request.request(), response);
    }
}
