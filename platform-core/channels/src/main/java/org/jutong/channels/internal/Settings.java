package org.jutong.channels.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jutong.identity.Seals;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.jutong.plugin.PushChannel.Setting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was filled in for a channel: the open part as JSON, the secret part sealed. Thread-safe. */
@Component(service = Settings.class)
public final class Settings {

    private static final int LONGEST = 1_000;
    private static final int ALL = 7_500;
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final Seals seals;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public Settings(@Reference Seals seals) {
        this.seals = seals;
    }

    /** What the channel has in the open. */
    Map<String, String> open(SetUp channel) {
        return read(channel.settings());
    }

    /** What it has in secret. */
    Map<String, String> secret(SetUp channel) {
        return channel.sealed().isEmpty()
                ? Map.of()
                : read(new String(seals.open(channel.sealed(), channel.owner()), StandardCharsets.UTF_8));
    }

    /** Both, for the channel itself. */
    public Map<String, String> all(SetUp channel) {
        Map<String, String> all = new TreeMap<>(open(channel));
        all.putAll(secret(channel));
        return all;
    }

    /** The channel with other settings; secrets that are not given stay. */
    SetUp fill(SetUp before, PushChannel kind, Map<String, String> given) {
        Map<String, String> open = new TreeMap<>();
        Map<String, String> secret = new TreeMap<>();
        Map<String, String> known = secret(before);
        for (Setting setting : kind.settings()) {
            String key = setting.key();
            String value = Objects.requireNonNullElse(given.get(key), "").strip();
            if (value.isEmpty() && setting.secret()) {
                value = known.getOrDefault(key, "");
            }
            if (value.length() > LONGEST) {
                throw Problem.invalid("channel_setting_too_long", key, LONGEST);
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw Problem.invalid("channel_setting_invalid", key, key);
            }
            if (value.isEmpty() && setting.required()) {
                throw Problem.invalid("channel_setting_missing", key, key);
            }
            if (!value.isEmpty()) {
                (setting.secret() ? secret : open).put(key, value);
            }
        }
        for (String key : given.keySet()) {
            if (kind.settings().stream().noneMatch(setting -> setting.key().equals(key))) {
                throw Problem.invalid("channel_setting_unknown", "settings", key);
            }
        }
        Map<String, String> all = new TreeMap<>(open);
        all.putAll(secret);
        kind.check(all);
        String shown = write(open);
        String hidden = write(secret);
        if (shown.length() > ALL || hidden.getBytes(StandardCharsets.UTF_8).length > ALL) {
            throw Problem.invalid("channel_setting_too_long", "settings", ALL);
        }
        return new SetUp(
                before.id(),
                before.site(),
                before.kind(),
                before.name(),
                before.enabled(),
                shown,
                secret.isEmpty() ? "" : seals.seal(hidden.getBytes(StandardCharsets.UTF_8), before.owner()));
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored channel cannot be read", e);
        }
    }

    private String write(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
