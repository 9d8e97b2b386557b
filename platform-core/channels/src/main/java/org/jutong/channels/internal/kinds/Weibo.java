package org.jutong.channels.internal.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A Weibo account: title, first words and the article's address ({@code statuses/share}), taken back by {@code statuses/destroy}. A
 * correction that changes none of these words leaves the post as it is, because its link leads to the corrected article.
 */
@Component(service = PushChannel.class)
public final class Weibo implements PushChannel {

    private static final String USUAL = "https://api.weibo.com/2";
    private static final Set<Integer> QUOTA = Set.of(10022, 10023, 10024);
    private static final int GONE = 20101;
    private static final int WORDS = 120;

    private final Outside outside;

    @Activate
    public Weibo(@Reference Outside outside) {
        this.outside = outside;
    }

    @Override
    public String id() {
        return "weibo";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of("zh-CN", "微博", "en", "Weibo");
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("accessToken", Map.of("zh-CN", "access_token", "en", "access_token"), true, true),
                new Setting("ip", Map.of("zh-CN", "平台的公网 IP", "en", "Public IP of the platform"), false, true),
                new Setting("address", Map.of("zh-CN", "接口地址（经代理时填写）", "en", "Address, by a relay"), false, false));
    }

    @Override
    public void check(Map<String, String> values) {
        outside.parse("address", values.getOrDefault("address", USUAL));
        if (!values.get("ip").matches("[0-9a-fA-F.:]{3,45}")) {
            throw Problem.invalid("channel_setting_invalid", "ip", "ip");
        }
    }

    @Override
    public void probe(Map<String, String> values) {
        good(call(values, "account/get_uid.json", Map.of()));
    }

    @Override
    public Receipt push(Dispatch dispatch) {
        String words = words(dispatch.text());
        JsonNode answer = good(call(
                dispatch.settings(),
                "statuses/share.json",
                Map.of("status", words, "rip", dispatch.settings().getOrDefault("ip", ""))));
        String id = answer.path("idstr").asText("");
        if (!id.matches("\\d{1,30}")) {
            throw Problem.of(502, "channel_answer_invalid");
        }
        return new Receipt(id + "/" + Integer.toHexString(words.hashCode()), Optional.empty());
    }

    @Override
    public Receipt correct(Dispatch dispatch, Receipt earlier) {
        if (earlier.id()
                .endsWith("/" + Integer.toHexString(words(dispatch.text()).hashCode()))) {
            return earlier;
        }
        withdraw(dispatch, Optional.of(earlier));
        return push(dispatch);
    }

    @Override
    public void withdraw(Dispatch dispatch, Optional<Receipt> earlier) {
        String id = earlier.map(Receipt::id)
                .map(receipt -> receipt.replaceAll("/.*", ""))
                .orElseThrow(() -> Problem.conflict("channel_receipt_unknown"));
        JsonNode answer = call(dispatch.settings(), "statuses/destroy.json", Map.of("id", id));
        if (answer.path("error_code").asInt() != GONE) {
            good(answer);
        }
    }

    private static String words(Text text) {
        return WeChat.cut("【" + text.title() + "】" + text.summary(), WORDS) + " " + text.url();
    }

    private JsonNode call(Map<String, String> settings, String method, Map<String, String> form) {
        String base = settings.getOrDefault("address", USUAL).replaceAll("/+$", "");
        URI address = outside.parse("address", base + "/" + method);
        String body = form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()) + "&")
                        .sorted()
                        .collect(Collectors.joining())
                + "access_token=" + encode(settings.get("accessToken"));
        return outside.object(outside.ask(address, Map.of(), "application/x-www-form-urlencoded", body));
    }

    private static JsonNode good(JsonNode answer) {
        int code = answer.path("error_code").asInt(0);
        if (QUOTA.contains(code)) {
            throw Problem.of(429, "channel_busy");
        }
        if (code != 0) {
            throw Problem.conflict(
                    "channel_said",
                    Integer.toString(code),
                    WeChat.cut(answer.path("error").asText(""), 200));
        }
        return answer;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
