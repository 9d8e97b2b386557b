package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Who asks too much is told to wait; whom a proxy that is trusted names is who asks. */
class LimitsIT {

    private static final String GUIYANG = "/sites/" + Province.GUIYANG + "/";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(
                Shared.folder("limits"),
                Map.of(
                        "JUTONG_LIMIT_ADDRESS", "5",
                        "JUTONG_LIMIT_SITE", "1000",
                        "JUTONG_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBackAndOthersAreServed() throws Exception {
        HttpResponse<String> last = null;
        for (int i = 0; i < 120; i++) {
            last = get("/api/v1/sites?limit=1", "203.0.113.1");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
        assertThat(last.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
        assertThat(last.body()).contains("too_many_requests");
        assertThat(get("/api/v1/sites?limit=1", "203.0.113.2").statusCode()).isEqualTo(200);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(get("/api/v1/sites?limit=1", "192.168.1.1, 203.0.113.1").statusCode());
        }
        assertThat(answers)
                .as("what the sender wrote before the proxy's word does not count")
                .contains(429);
    }

    @Test
    void pagesAreServedHoweverOftenTheyAreAskedFor() throws Exception {
        for (int i = 0; i < 300; i++) {
            assertThat(get(GUIYANG, "203.0.113.3").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String path, String sender) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(platform.url() + path))
                        .header("X-Forwarded-For", sender)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
