package org.jutong.channels.internal.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A WeChat official account: a draft ({@code draft/add}) that is published ({@code freepublish/submit}) and taken back ({@code
 * freepublish/delete}). WeChat publishes after a while and knows no corrections: one is a new article in the place of the old.
 */
@Component(service = PushChannel.class)
public final class WeChat implements PushChannel {

    private static final String USUAL = "https://api.weixin.qq.com";
    private static final Set<Integer> TOKEN_WRONG = Set.of(40001, 40014, 42001);
    private static final Set<Integer> QUOTA = Set.of(45009, 45011);
    private static final int BUSY = -1;
    private static final int DONE = 0;
    private static final int UNDER_WAY = 1;
    private static final int LOOKS = 5;
    private static final int TITLE = 64;
    private static final int AUTHOR = 8;
    private static final int CONTENT = 19_000;
    private static final Duration SPARE = Duration.ofMinutes(5);

    private final Outside outside;
    private final Clock clock;
    private final Duration pause;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    @Activate
    public WeChat(@Reference Outside outside, @Reference Clock clock) {
        this(outside, clock, Duration.ofSeconds(2));
    }

    /** @param pause between two looks at whether it is published */
    WeChat(Outside outside, Clock clock, Duration pause) {
        this.outside = outside;
        this.clock = clock;
        this.pause = pause;
    }

    private record Token(String value, Instant until) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Token[" + until + "]";
        }
    }

    @Override
    public String id() {
        return "wechat";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of("zh-CN", "微信公众号", "en", "WeChat official account");
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("appId", Map.of("zh-CN", "AppID", "en", "AppID"), false, true),
                new Setting("appSecret", Map.of("zh-CN", "AppSecret", "en", "AppSecret"), true, true),
                new Setting("cover", Map.of("zh-CN", "封面素材 media_id", "en", "media_id of the cover"), false, true),
                new Setting("address", Map.of("zh-CN", "接口地址（经代理时填写）", "en", "Address, by a relay"), false, false));
    }

    @Override
    public void check(Map<String, String> values) {
        outside.parse("address", values.getOrDefault("address", USUAL));
    }

    @Override
    public void probe(Map<String, String> values) {
        token(values, false);
    }

    @Override
    public Receipt push(Dispatch dispatch) {
        Map<String, String> settings = dispatch.settings();
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("title", cut(dispatch.text().title(), TITLE));
        article.put("author", cut(dispatch.text().author(), AUTHOR));
        article.put("digest", dispatch.text().summary());
        article.put("content", content(dispatch.text()));
        article.put("content_source_url", dispatch.text().url());
        article.put("thumb_media_id", settings.getOrDefault("cover", ""));
        String draft = text(call(settings, "draft/add", Map.of("articles", List.of(article))), "media_id");
        String publishing = text(call(settings, "freepublish/submit", Map.of("media_id", draft)), "publish_id");
        return receipt(settings, publishing);
    }

    private Receipt receipt(Map<String, String> settings, String publishing) {
        for (int i = 0; i < LOOKS; i++) {
            rest();
            JsonNode state = state(settings, publishing);
            int status = state.path("publish_status").asInt(UNDER_WAY);
            if (status == DONE) {
                String url = state.at("/article_detail/item/0/article_url").asText("");
                return new Receipt(publishing, Optional.of(url));
            }
            if (status != UNDER_WAY) {
                throw Problem.conflict("channel_said", "publish_status", Integer.toString(status));
            }
        }
        return new Receipt(publishing, Optional.empty());
    }

    @Override
    public Receipt correct(Dispatch dispatch, Receipt earlier) {
        withdraw(dispatch, Optional.of(earlier));
        return push(dispatch);
    }

    @Override
    public void withdraw(Dispatch dispatch, Optional<Receipt> earlier) {
        String publishing = earlier.map(Receipt::id).orElseThrow(() -> Problem.conflict("channel_receipt_unknown"));
        JsonNode state = state(dispatch.settings(), publishing);
        int status = state.path("publish_status").asInt(UNDER_WAY);
        if (status == UNDER_WAY) {
            throw Problem.of(503, "channel_failing", "publish_status 1");
        }
        if (status == DONE) {
            call(
                    dispatch.settings(),
                    "freepublish/delete",
                    Map.of("article_id", text(state, "article_id"), "index", 0));
        }
    }

    private JsonNode state(Map<String, String> settings, String publishing) {
        return call(settings, "freepublish/get", Map.of("publish_id", publishing));
    }

    /** With a new token where the one that was kept has lost its force. */
    private JsonNode call(Map<String, String> settings, String method, Object body) {
        JsonNode answer = post(settings, method + "?access_token=" + encode(token(settings, false)), body);
        if (TOKEN_WRONG.contains(answer.path("errcode").asInt())) {
            answer = post(settings, method + "?access_token=" + encode(token(settings, true)), body);
        }
        return good(answer);
    }

    private String token(Map<String, String> settings, boolean anew) {
        String account = settings.get("appId") + " " + settings.get("appSecret").hashCode();
        Token known = tokens.get(account);
        if (!anew && known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        JsonNode answer = good(post(
                settings,
                "stable_token",
                Map.of(
                        "grant_type",
                        "client_credential",
                        "appid",
                        settings.get("appId"),
                        "secret",
                        settings.get("appSecret"),
                        "force_refresh",
                        anew)));
        String value = text(answer, "access_token");
        Instant until =
                clock.instant().plusSeconds(answer.path("expires_in").asLong(0)).minus(SPARE);
        tokens.put(account, new Token(value, until));
        return value;
    }

    private JsonNode post(Map<String, String> settings, String method, Object body) {
        String base = settings.getOrDefault("address", USUAL).replaceAll("/+$", "");
        URI address = outside.parse("address", base + "/cgi-bin/" + method);
        return outside.object(outside.post(address, Map.of(), "application/json", outside.json(body)));
    }

    private static JsonNode good(JsonNode answer) {
        int code = answer.path("errcode").asInt(0);
        if (code == BUSY) {
            throw Problem.of(503, "channel_failing", code);
        }
        if (QUOTA.contains(code)) {
            throw Problem.of(429, "channel_busy");
        }
        if (code != 0) {
            throw Problem.conflict(
                    "channel_said",
                    Integer.toString(code),
                    cut(answer.path("errmsg").asText(""), 200));
        }
        return answer;
    }

    private static String text(JsonNode answer, String name) {
        String value = answer.path(name).asText("");
        if (value.isEmpty()) {
            throw Problem.of(502, "channel_answer_invalid");
        }
        return value;
    }

    /** WeChat takes 20,000 characters; of a longer article it gets the first words, and readers the link. */
    private static String content(Text text) {
        return text.body().length() <= CONTENT
                ? text.body()
                : "<p>" + text.summary().replace("&", "&amp;").replace("<", "&lt;") + "</p>";
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "channel_interrupted");
        }
    }

    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
