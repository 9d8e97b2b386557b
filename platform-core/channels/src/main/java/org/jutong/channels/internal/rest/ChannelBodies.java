package org.jutong.channels.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.channels.Channel;
import org.jutong.channels.Channels.Change;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.Fault;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.jutong.plugin.PushChannel.Setting;
import org.jutong.runtime.Texts;

/** Shapes of requests and answers. */
final class ChannelBodies {

    private ChannelBodies() {}

    /** A kind that can be set up. */
    record KindView(String id, String title, List<SettingView> settings) {

        static KindView of(PushChannel kind, Locale language) {
            return new KindView(
                    kind.id(),
                    Texts.pick(language, kind.titles()),
                    kind.settings().stream()
                            .map(setting -> SettingView.of(setting, language))
                            .toList());
        }
    }

    /** Something to fill in. */
    record SettingView(String key, String title, boolean secret, boolean required) {

        static SettingView of(Setting setting, Locale language) {
            return new SettingView(
                    setting.key(), Texts.pick(language, setting.titles()), setting.secret(), setting.required());
        }
    }

    /** Kinds. */
    record KindList(List<KindView> items) {}

    /** What is filled in; what is left out stays as it is. */
    record ChannelRequest(String kind, String name, Boolean enabled, Map<String, String> settings) {

        Change change() {
            return new Change(Optional.ofNullable(name), Optional.ofNullable(enabled), Optional.ofNullable(settings));
        }

        /** Without the settings, which may be secret. */
        @Override
        public String toString() {
            return "ChannelRequest[" + kind + ", " + name + "]";
        }
    }

    /**
     * A channel.
     *
     * @param secrets which secrets are filled in; they are shown to nobody
     * @param fault why something failed last, in the reader's language; {@code null} where nothing did
     */
    record ChannelView(
            String id,
            String kind,
            String name,
            boolean enabled,
            Map<String, String> settings,
            Set<String> secrets,
            long waiting,
            long dead,
            FaultView fault) {

        static ChannelView of(Channel channel, Texts texts, Locale language) {
            return new ChannelView(
                    Long.toString(channel.id()),
                    channel.kind(),
                    channel.name(),
                    channel.enabled(),
                    channel.settings(),
                    channel.secrets(),
                    channel.standing().waiting(),
                    channel.standing().dead(),
                    channel.standing()
                            .fault()
                            .map(fault -> FaultView.of(fault, texts, language))
                            .orElse(null));
        }
    }

    /** Channels. */
    record ChannelList(List<ChannelView> items) {}

    /** Why something failed. */
    record FaultView(String code, String words) {

        static FaultView of(Fault fault, Texts texts, Locale language) {
            return new FaultView(fault.code(), texts.say(language, "problem." + fault.code(), fault.arguments()));
        }
    }

    /** To which channels; none for all enabled ones of the article's site. */
    record PushRequest(List<String> channels) {}

    /** A delivery. */
    record DeliveryView(
            String id,
            long article,
            String channel,
            String site,
            String step,
            String state,
            int attempts,
            String next,
            String receipt,
            String url,
            FaultView fault,
            String changed) {

        static DeliveryView of(Delivery delivery, Texts texts, Locale language) {
            return new DeliveryView(
                    Long.toString(delivery.id()),
                    delivery.article(),
                    Long.toString(delivery.channel()),
                    delivery.site().value(),
                    delivery.step().name().toLowerCase(Locale.ROOT),
                    delivery.state().name().toLowerCase(Locale.ROOT),
                    delivery.attempts(),
                    delivery.next().map(Object::toString).orElse(null),
                    delivery.receipt().orElse(null),
                    delivery.url().orElse(null),
                    delivery.fault()
                            .map(fault -> FaultView.of(fault, texts, language))
                            .orElse(null),
                    delivery.changed().toString());
        }
    }

    /**
     * Deliveries.
     *
     * @param next where the next page begins; {@code null} on the last one
     */
    record DeliveryList(List<DeliveryView> items, String next) {}

    static Delivery.State state(String given) {
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.name().equalsIgnoreCase(given == null ? "dead" : given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("delivery_state_invalid", "state"));
    }

    static long id(String given, String otherwise) {
        if (given == null || !given.matches("\\d{1,18}")) {
            throw Problem.notFound(otherwise, given == null ? "" : given.substring(0, Math.min(20, given.length())));
        }
        return Long.parseLong(given);
    }
}
