package org.jutong.channels.internal.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.channels.internal.kinds.Calls.dispatch;
import static org.jutong.channels.internal.kinds.Calls.refused;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.PushChannel.Receipt;

/** Against stubs that answer as Weibo's documentation says. */
class WeiboTest {

    private Calls calls;
    private Weibo weibo;
    private Map<String, String> settings;

    @BeforeEach
    void open() {
        calls = new Calls();
        weibo = new Weibo(calls.outside);
        settings = Map.of("accessToken", "TOKEN", "ip", "203.0.113.7", "address", calls.url() + "/2");
        answers("share", 200, "{\"id\":11488058246,\"idstr\":\"11488058246\",\"text\":\"…\"}");
        answers("destroy", 200, "{\"id\":11488058246,\"idstr\":\"11488058246\"}");
    }

    @AfterEach
    void close() {
        calls.close();
    }

    private void answers(String method, int status, String json) {
        calls.server.stubFor(post(urlPathEqualTo("/2/statuses/" + method + ".json"))
                .willReturn(aResponse().withStatus(status).withBody(json)));
    }

    private int count(String method) {
        return calls.server
                .findAll(postRequestedFor(urlPathEqualTo("/2/statuses/" + method + ".json")))
                .size();
    }

    @Test
    void titleFirstWordsAndAddressAreShared() {
        assertThat(weibo.push(dispatch(settings)).id()).startsWith("11488058246/");
        calls.server.verify(
                1,
                postRequestedFor(urlPathEqualTo("/2/statuses/share.json"))
                        .withFormParam("access_token", equalTo("TOKEN"))
                        .withFormParam("rip", equalTo("203.0.113.7"))
                        .withFormParam(
                                "status",
                                equalTo("【关于集约化平台的通知】摘要 https://portal.example/sites/5200000001/articles/7")));
    }

    @Test
    void aCorrectionOfTheBodyLeavesThePostAndOneOfTheTitleTakesItsPlace() {
        Receipt receipt = weibo.push(dispatch(settings));
        assertThat(weibo.correct(dispatch(settings), receipt)).isEqualTo(receipt);
        assertThat(count("destroy")).isZero();
        weibo.correct(dispatch(settings), new Receipt("11488058246/0", Optional.empty()));
        assertThat(count("destroy")).isEqualTo(1);
        assertThat(count("share")).isEqualTo(2);
    }

    @Test
    void aPostIsTakenBackAlsoWhereItIsGoneAlready() {
        Receipt receipt = weibo.push(dispatch(settings));
        weibo.withdraw(dispatch(settings), Optional.of(receipt));
        calls.server.verify(
                1,
                postRequestedFor(urlPathEqualTo("/2/statuses/destroy.json"))
                        .withFormParam("id", equalTo("11488058246")));
        answers("destroy", 400, "{\"error\":\"target weibo does not exist!\",\"error_code\":20101}");
        weibo.withdraw(dispatch(settings), Optional.of(receipt));
        refused("channel_receipt_unknown", false, () -> weibo.withdraw(dispatch(settings), Optional.empty()));
    }

    @Test
    void quotaIsTriedAgainAndAnExpiredTokenIsNot() {
        answers("share", 403, "{\"error\":\"User requests out of rate limit!\",\"error_code\":10023}");
        refused("channel_busy", true, () -> weibo.push(dispatch(settings)));
        answers("share", 403, "{\"error\":\"expired_token\",\"error_code\":21327}");
        refused("channel_said", false, () -> weibo.push(dispatch(settings)));
        answers("share", 200, "null");
        refused("channel_answer_invalid", true, () -> weibo.push(dispatch(settings)));
        answers("share", 503, "");
        refused("channel_failing", true, () -> weibo.push(dispatch(settings)));
    }
}
