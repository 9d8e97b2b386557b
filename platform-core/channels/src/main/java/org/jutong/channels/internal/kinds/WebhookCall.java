package org.jutong.channels.internal.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.channels.internal.outside.Outside.Answer;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel.Dispatch;
import org.jutong.plugin.PushChannel.Receipt;
import org.jutong.plugin.PushChannel.Setting;

/**
 * The call that webhooks have in common: JSON, signed with HMAC-SHA-256. The header {@code Jutong-Signature} is {@code
 * t=SECONDS,v1=HEX}, over the seconds, a full stop and the body as it is sent. Nothing or {@code {"id", "url"}} is answered.
 */
record WebhookCall(Outside outside, Clock clock) {

    private static final String ADDRESS = "address";
    private static final String SECRET = "secret";
    private static final int SHORTEST = 16;

    static final List<Setting> SETTINGS = List.of(
            new Setting(ADDRESS, Map.of("zh-CN", "接收地址", "en", "Address"), false, true),
            new Setting(SECRET, Map.of("zh-CN", "签名密钥", "en", "Secret for signatures"), true, true));

    void check(Map<String, String> values) {
        outside.parse(ADDRESS, values.get(ADDRESS));
        if (values.get(SECRET).length() < SHORTEST) {
            throw Problem.invalid("channel_secret_too_short", SECRET, SHORTEST);
        }
    }

    void probe(Map<String, String> values) {
        send(values, "probe", Map.of("event", "probe"));
    }

    Receipt send(String event, Dispatch dispatch, Optional<Receipt> earlier) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", event);
        body.put("key", dispatch.key());
        body.put("site", Map.of("code", dispatch.site().value(), "name", dispatch.siteName()));
        earlier.ifPresent(receipt -> body.put("receipt", receipt.id()));
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("id", dispatch.text().id());
        article.put("url", dispatch.text().url());
        if (!event.equals("withdraw")) {
            article.put("title", dispatch.text().title());
            article.put("source", dispatch.text().source());
            article.put("author", dispatch.text().author());
            article.put("summary", dispatch.text().summary());
            article.put("html", dispatch.text().body());
            article.put("published", dispatch.text().published().toString());
        }
        body.put("article", article);
        Answer answer = send(dispatch.settings(), dispatch.key(), body);
        String unnamed =
                earlier.map(Receipt::id).orElse(Long.toString(dispatch.text().id()));
        if (answer.body().isBlank()) {
            return new Receipt(unnamed, Optional.empty());
        }
        JsonNode said = outside.object(answer);
        return new Receipt(
                said.path("id").asText(unnamed), Optional.of(said.path("url").asText("")));
    }

    private Answer send(Map<String, String> settings, String key, Object content) {
        URI address = outside.parse(ADDRESS, settings.getOrDefault(ADDRESS, ""));
        String body = outside.json(content);
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", key);
        headers.put("Jutong-Signature", "t=" + seconds + ",v1=" + sign(settings.get(SECRET), seconds + "." + body));
        return outside.post(address, headers, "application/json", body);
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
