package org.jutong.channels.internal.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jutong.channels.Channels;
import org.jutong.channels.Deliveries;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.State;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code channel:…}. Setting one up stays with console and REST, because secrets do not belong into a shell. */
@Component(service = ChannelCommands.class, immediate = true)
public final class ChannelCommands {

    private static final String PUSH = "article.push";
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Channels channels;
    private final Deliveries deliveries;
    private final Texts texts;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public ChannelCommands(
            BundleContext context,
            @Reference Channels channels,
            @Reference Deliveries deliveries,
            @Reference Texts texts) {
        this(channels, deliveries, texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    ChannelCommands(Channels channels, Deliveries deliveries, Texts texts) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    private record Command(
            String name,
            String description,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work)
            implements OperatorCommand {

        @Override
        public String permission() {
            return PUSH;
        }

        @Override
        public Table run(Actor actor, Map<String, String> values) {
            return work.apply(actor, values);
        }
    }

    List<OperatorCommand> all() {
        Argument delivery = argument("delivery", Kind.TEXT, true);
        return List.of(
                command("list", List.of(argument("site", Kind.SITE, true)), this::list),
                command(
                        "push",
                        List.of(argument("article", Kind.ARTICLE, true), argument("--channels", Kind.TEXT, false)),
                        this::push),
                command(
                        "deliveries",
                        List.of(
                                argument("--article", Kind.ARTICLE, false),
                                argument("--state", Kind.TEXT, false),
                                argument("--site", Kind.SITE, false),
                                argument("--limit", Kind.TEXT, false)),
                        this::deliveries),
                command("retry", List.of(delivery), (by, given) -> table(List.of(deliveries.retry(by, id(given))))),
                command(
                        "discard",
                        List.of(delivery),
                        (by, given) -> table(List.of(deliveries.discard(by, id(given))))));
    }

    private Command command(String verb, List<Argument> arguments, BiFunction<Actor, Map<String, String>, Table> work) {
        return new Command("channel:" + verb, say(verb), arguments, work);
    }

    private Table list(Actor by, Map<String, String> given) {
        return Table.of(
                heads("channel", "kind", "name", "state", "waiting", "dead", "fault"),
                channels.of(by, new SiteCode(given.get("site"))).stream()
                        .map(channel -> List.of(
                                Long.toString(channel.id()),
                                channel.kind(),
                                channel.name(),
                                say(channel.enabled() ? "on" : "off"),
                                Long.toString(channel.standing().waiting()),
                                Long.toString(channel.standing().dead()),
                                words(channel.standing().fault())))
                        .toList());
    }

    private Table push(Actor by, Map<String, String> given) {
        List<Long> wanted = Optional.ofNullable(given.get("--channels")).stream()
                .flatMap(list -> Arrays.stream(list.split("[,，]")))
                .map(channel -> number(channel.strip(), "channel_not_found"))
                .toList();
        return table(deliveries.push(by, number(given.get("article"), "article_not_found"), wanted));
    }

    private Table deliveries(Actor by, Map<String, String> given) {
        Optional<String> article = Optional.ofNullable(given.get("--article"));
        if (article.isPresent()) {
            return table(deliveries.of(by, number(article.get(), "article_not_found")));
        }
        return table(deliveries.in(
                by,
                state(given.getOrDefault("--state", State.DEAD.name())),
                Optional.ofNullable(given.get("--site")).map(SiteCode::new),
                Optional.empty(),
                limit(given.get("--limit"))));
    }

    private static State state(String given) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("delivery_state_invalid", "--state"));
    }

    private static int limit(String given) {
        if (given == null) {
            return USUAL;
        }
        return Optional.of(given)
                .filter(value -> value.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(number -> number <= MOST)
                .orElseThrow(() -> Problem.invalid("limit_invalid", "--limit", MOST));
    }

    private static long id(Map<String, String> given) {
        return number(given.get("delivery"), "delivery_not_found");
    }

    private static long number(String given, String otherwise) {
        if (!given.matches("\\d{1,18}")) {
            throw Problem.notFound(otherwise, given);
        }
        return Long.parseLong(given);
    }

    private Table table(List<Delivery> found) {
        return Table.of(
                heads("delivery", "article", "channel", "site", "step", "state", "attempts", "receipt", "fault"),
                found.stream()
                        .map(each -> List.of(
                                Long.toString(each.id()),
                                Long.toString(each.article()),
                                Long.toString(each.channel()),
                                each.site().value(),
                                say("step." + each.step().name().toLowerCase(Locale.ROOT)),
                                say("state." + each.state().name().toLowerCase(Locale.ROOT)),
                                Integer.toString(each.attempts()),
                                each.receipt().orElse(""),
                                words(each.fault())))
                        .toList());
    }

    private String words(Optional<Delivery.Fault> fault) {
        return fault.map(why -> texts.say(Texts.CHINESE, "problem." + why.code(), why.arguments()))
                .orElse("");
    }

    private List<String> heads(String... columns) {
        return Arrays.stream(columns).map(column -> say("column." + column)).toList();
    }

    private Argument argument(String name, Kind kind, boolean required) {
        return new Argument(name, say("argument." + name.replace("--", "")), kind, required);
    }

    private String say(String key) {
        return texts.say(Texts.CHINESE, "shell.channel." + key);
    }
}
