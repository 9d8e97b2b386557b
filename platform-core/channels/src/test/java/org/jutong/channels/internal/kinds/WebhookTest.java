package org.jutong.channels.internal.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.channels.internal.kinds.Calls.dispatch;
import static org.jutong.channels.internal.kinds.Calls.refused;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.PushChannel.Receipt;

class WebhookTest {

    private static final String SECRET = "0123456789abcdef";

    private Calls calls;
    private AnyWebhook webhook;
    private Map<String, String> settings;

    @BeforeEach
    void open() {
        calls = new Calls();
        webhook = new AnyWebhook(calls.outside, Clock.fixed(Instant.ofEpochSecond(1_500_000_000), ZoneOffset.UTC));
        settings = Map.of("address", calls.url() + "/in", "secret", SECRET);
    }

    @AfterEach
    void close() {
        calls.close();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        calls.server.resetAll();
        calls.server.stubFor(post(anyUrl()).willReturn(answer));
    }

    @Test
    void everyCallIsSignedAndCarriesTheKeyOfItsStep() {
        answers(aResponse().withBody("{\"id\":\"abc\",\"url\":\"https://there.example/abc\"}"));
        Receipt receipt = webhook.push(dispatch(settings));
        assertThat(receipt).isEqualTo(new Receipt("abc", Optional.of("https://there.example/abc")));
        webhook.correct(dispatch(settings), receipt);
        webhook.withdraw(dispatch(settings), Optional.of(receipt));
        LoggedRequest sent = calls.server.findAll(postRequestedFor(anyUrl())).get(0);
        assertThat(sent.getHeader("Jutong-Signature"))
                .isEqualTo("t=1500000000,v1=" + WebhookCall.sign(SECRET, "1500000000." + sent.getBodyAsString()));
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("41-1");
        calls.server.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.event", equalTo("publish")))
                        .withRequestBody(matchingJsonPath("$.article.title", equalTo("关于集约化平台的通知")))
                        .withRequestBody(matchingJsonPath("$.site.code", equalTo("5200000001"))));
        calls.server.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.event", equalTo("withdraw")))
                        .withRequestBody(matchingJsonPath("$.receipt", equalTo("abc"))));
        assertThat(calls.server.findAll(postRequestedFor(anyUrl())).get(2).getBodyAsString())
                .doesNotContain("正文");
    }

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsHmacSha256() {
        assertThat(WebhookCall.sign("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aWebhookNeedsToAnswerNothing() {
        answers(aResponse().withStatus(204));
        assertThat(webhook.push(dispatch(settings)).id()).isEqualTo("7");
    }

    @Test
    void whatFailsAndWhatIsRefusedAreTold() {
        answers(aResponse().withStatus(500));
        refused("channel_failing", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withStatus(429));
        refused("channel_busy", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withStatus(403));
        refused("channel_refused", false, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withBody("<html>login</html>"));
        refused("channel_answer_invalid", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withBody("[1]"));
        refused("channel_answer_invalid", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withBody("{\"id\":\"" + "x".repeat(300_000) + "\"}"));
        refused("channel_answer_invalid", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withFixedDelay(3_000));
        refused("channel_timeout", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withBody("{\"id\":\"a\"}").withChunkedDribbleDelay(10, 10_000));
        refused("channel_timeout", true, () -> webhook.push(dispatch(settings)));
        answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        refused("channel_unreachable", true, () -> webhook.push(dispatch(settings)));
    }

    @Test
    void redirectsAreNotFollowed() {
        answers(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
        refused("channel_refused", false, () -> webhook.push(dispatch(settings)));
        assertThat(calls.server.findAll(postRequestedFor(anyUrl()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/in",
                "file:///etc/passwd",
                "https://",
                "nonsense",
                "https://user:pw@example.com/",
                "gopher://example.com/",
                "https://example.com/#x",
                "https://exa mple.com/",
                ""
            })
    void addressesThatAreNoneAreNotTaken(String address) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> webhook.check(Map.of("address", address, "secret", SECRET))))
                .hasMessageContaining("channel_address_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/", "https://localhost/", "https://10.0.0.8/", "https://192.168.1.1/",
                "https://169.254.169.254/latest", "https://[::1]/", "https://[fd00::1]/", "https://0.0.0.0/",
                "https://100.64.0.1/", "https://[::ffff:127.0.0.1]/", "https://2130706433/",
                        "https://[64:ff9b::7f00:1]/"
            })
    void nothingInsideIsCalled(String address) {
        refused(
                "channel_address_refused",
                false,
                () -> webhook.push(dispatch(Map.of("address", address, "secret", SECRET))));
    }

    @Test
    void aShortSecretIsRefused() {
        refused(
                "channel_secret_too_short",
                false,
                () -> webhook.check(Map.of("address", "https://example.com/", "secret", "short")));
    }
}
