package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jutong.audit.testing.RecordedAudit;
import org.jutong.runtime.Texts;
import org.jutong.web.internal.http.ProblemWriter;

class SafetyFilterTest {

    private static final FilterChain NOTHING = (request, response) -> {};
    private static final FilterChain BROKEN = (request, response) -> {
        throw new IllegalStateException("org.jutong.secret");
    };

    private final Attempts attempts = new Attempts(new RecordedAudit(), Clock.systemUTC());
    private final SafetyFilter filter = new SafetyFilter(
            new TrustedProxies(""), new Limits(Map.of()), new Denials(attempts), new ProblemWriter(new NoTexts()));
    private final FakeResponse answer = new FakeResponse();

    @AfterEach
    void stop() {
        attempts.close();
    }

    private void serve(FakeRequest request, FilterChain chain) throws IOException, ServletException {
        filter.doFilter(request.request(), answer.response(), chain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Security-Policy      | default-src 'none'
            Content-Security-Policy      | script-src 'self'
            Content-Security-Policy      | style-src 'self'
            Content-Security-Policy      | img-src 'self' data:
            Content-Security-Policy      | font-src 'self'
            Content-Security-Policy      | connect-src 'self'
            Content-Security-Policy      | form-action 'self'
            Content-Security-Policy      | base-uri 'none'
            Content-Security-Policy      | frame-ancestors 'none'
            Permissions-Policy           | camera=()
            Permissions-Policy           | microphone=()
            Permissions-Policy           | geolocation=()
            X-Content-Type-Options       | nosniff
            Referrer-Policy              | same-origin
            Cross-Origin-Opener-Policy   | same-origin
            Cross-Origin-Resource-Policy | same-origin
            """)
    void everyAnswerKeepsTheBrowserStrictAlsoWhereItIsARefusalOrAFailure(String name, String directive)
            throws Exception {
        serve(FakeRequest.of("GET", "/"), NOTHING);
        assertThat(answer.headers.get(name)).contains(directive).doesNotContain("unsafe");
        answer.headers.clear();
        serve(FakeRequest.of("TRACE", "/"), NOTHING);
        assertThat(answer.status).isEqualTo(405);
        assertThat(answer.headers.get(name)).contains(directive);
        answer.headers.clear();
        serve(FakeRequest.of("GET", "/"), BROKEN);
        assertThat(answer.status).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "IllegalState");
        assertThat(answer.headers.get(name)).contains(directive);
    }

    @Test
    void theBrowserIsToldToStayWithHttpsWhereItCameByIt() throws Exception {
        serve(FakeRequest.of("GET", "/").secure(), NOTHING);
        assertThat(answer.headers.get("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");

        answer.headers.clear();
        serve(FakeRequest.of("GET", "/"), NOTHING);
        assertThat(answer.headers).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void aChangeFromAnotherOriginIsRefusedBeforeAnythingSeesIt() throws Exception {
        serve(FakeRequest.of("POST", "/api/v1/orders").header("Origin", "https://evil.example"), BROKEN);
        assertThat(answer.status).isEqualTo(403);
        assertThat(answer.body()).contains("wrong_origin");
    }

    private static final class NoTexts implements Texts {
        @Override
        public String say(Locale locale, String key, List<?> arguments) {
            return key;
        }

        @Override
        public Map<String, String> all(Locale locale, String prefix) {
            return Map.of();
        }
    }
}
