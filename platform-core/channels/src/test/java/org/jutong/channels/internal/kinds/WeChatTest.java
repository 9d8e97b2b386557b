package org.jutong.channels.internal.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.channels.internal.kinds.Calls.dispatch;
import static org.jutong.channels.internal.kinds.Calls.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.PushChannel.Receipt;

/** Against stubs that answer as WeChat's documentation says. */
class WeChatTest {

    private static final String PUBLISHED =
            "{\"publish_id\":\"100000001\",\"publish_status\":0,\"article_id\":\"ART\",\"article_detail\":{\"count\":1,"
                    + "\"item\":[{\"idx\":1,\"article_url\":\"https://mp.weixin.qq.com/s/x\"}]},\"fail_idx\":[]}";

    private Calls calls;
    private WeChat wechat;
    private Map<String, String> settings;

    @BeforeEach
    void open() {
        calls = new Calls();
        wechat = new WeChat(
                calls.outside, Clock.fixed(Instant.ofEpochSecond(1_500_000_000), ZoneOffset.UTC), Duration.ZERO);
        settings =
                new HashMap<>(Map.of("appId", "wx1", "appSecret", "hidden", "cover", "COVER", "address", calls.url()));
        answers("stable_token", "{\"access_token\":\"TOKEN\",\"expires_in\":7200}");
        answers("draft/add", "{\"media_id\":\"DRAFT\"}");
        answers("freepublish/submit", "{\"errcode\":0,\"errmsg\":\"ok\",\"publish_id\":\"100000001\"}");
        answers("freepublish/get", PUBLISHED);
        answers("freepublish/delete", "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    @AfterEach
    void close() {
        calls.close();
    }

    private void answers(String method, String json) {
        calls.server.stubFor(post(urlPathEqualTo("/cgi-bin/" + method)).willReturn(okJson(json)));
    }

    private int count(String method) {
        return calls.server
                .findAll(postRequestedFor(urlPathEqualTo("/cgi-bin/" + method)))
                .size();
    }

    @Test
    void aDraftIsMadeAndPublishedWithOneTokenForAllCalls() {
        Receipt receipt = wechat.push(dispatch(settings));
        assertThat(receipt).isEqualTo(new Receipt("100000001", Optional.of("https://mp.weixin.qq.com/s/x")));
        wechat.push(dispatch(settings));
        assertThat(count("stable_token")).isEqualTo(1);
        calls.server.verify(
                2,
                postRequestedFor(urlPathEqualTo("/cgi-bin/draft/add"))
                        .withQueryParam("access_token", equalTo("TOKEN"))
                        .withRequestBody(matchingJsonPath("$.articles[0].title", equalTo("关于集约化平台的通知")))
                        .withRequestBody(matchingJsonPath("$.articles[0].thumb_media_id", equalTo("COVER"))));
        calls.server.verify(
                2,
                postRequestedFor(urlPathEqualTo("/cgi-bin/freepublish/submit"))
                        .withRequestBody(matchingJsonPath("$.media_id", equalTo("DRAFT"))));
    }

    @Test
    void aTokenThatLostItsForceIsAskedForAnewOnce() {
        answers("draft/add", "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}");
        refused("channel_said", false, () -> wechat.push(dispatch(settings)));
        assertThat(count("stable_token")).isEqualTo(2);
        assertThat(count("draft/add")).isEqualTo(2);
        calls.server.verify(
                1,
                postRequestedFor(urlPathEqualTo("/cgi-bin/stable_token"))
                        .withRequestBody(matchingJsonPath("$.force_refresh", equalTo("true"))));
    }

    @Test
    void whatFailsForAWhileIsTriedAgainAndWhatIsRefusedIsNot() {
        answers("draft/add", "{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit\"}");
        refused("channel_busy", true, () -> wechat.push(dispatch(settings)));
        answers("draft/add", "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        refused("channel_failing", true, () -> wechat.push(dispatch(settings)));
        answers("draft/add", "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}");
        refused("channel_said", false, () -> wechat.push(dispatch(settings)));
        answers("draft/add", "{}");
        refused("channel_answer_invalid", true, () -> wechat.push(dispatch(settings)));
        calls.server.stubFor(post(anyUrl()).willReturn(aResponse().withBody("<html>")));
        refused("channel_answer_invalid", true, () -> wechat.push(dispatch(settings)));
        calls.server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(502)));
        refused("channel_failing", true, () -> wechat.push(dispatch(settings)));
    }

    @Test
    void whatWeChatDoesNotPublishIsRefused() {
        answers("freepublish/get", "{\"publish_id\":\"100000001\",\"publish_status\":4}");
        refused("channel_said", false, () -> wechat.push(dispatch(settings)));
        answers("freepublish/get", "{\"publish_id\":\"100000001\",\"publish_status\":1}");
        assertThat(wechat.push(dispatch(settings)).url()).isEmpty();
    }

    @Test
    void anArticleIsTakenBackAndACorrectionTakesItsPlace() {
        Receipt receipt = new Receipt("100000001", Optional.empty());
        wechat.correct(dispatch(settings), receipt);
        calls.server.verify(
                1,
                postRequestedFor(urlPathEqualTo("/cgi-bin/freepublish/delete"))
                        .withRequestBody(matchingJsonPath("$.article_id", equalTo("ART"))));
        assertThat(count("freepublish/submit")).isEqualTo(1);
        answers("freepublish/get", "{\"publish_id\":\"100000001\",\"publish_status\":5}");
        wechat.withdraw(dispatch(settings), Optional.of(receipt));
        assertThat(count("freepublish/delete")).isEqualTo(1);
        answers("freepublish/get", "{\"publish_id\":\"100000001\",\"publish_status\":1}");
        refused("channel_failing", true, () -> wechat.withdraw(dispatch(settings), Optional.of(receipt)));
        refused("channel_receipt_unknown", false, () -> wechat.withdraw(dispatch(settings), Optional.empty()));
    }
}
