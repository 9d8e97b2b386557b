package org.jutong.sitegroup.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Receiving;
import org.jutong.sitegroup.internal.shell.LifeCommands.LifeCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What pushes left open, and what sites answer. */
@Component(service = ReceivingCommands.class, immediate = true)
public final class ReceivingCommands {

    private static final String PUBLISH = "article.publish";
    private static final String ARTICLE = "article";

    private final Pushes pushes;
    private final Receiving receiving;
    private final Words words;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public ReceivingCommands(
            BundleContext context, @Reference Pushes pushes, @Reference Receiving receiving, @Reference Texts texts) {
        this(pushes, receiving, texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    ReceivingCommands(Pushes pushes, Receiving receiving, Texts texts) {
        this.pushes = pushes;
        this.receiving = receiving;
        this.words = new Words(texts);
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    List<OperatorCommand> all() {
        Argument site = words.argument("site", Kind.SITE);
        Argument article = words.argument(ARTICLE, Kind.TEXT);
        Argument reason = words.option("reason", Kind.TEXT);
        return List.of(
                command(
                        "push-sites",
                        "article.push",
                        List.of(words.argument("push", Kind.TEXT), words.option("limit", Kind.TEXT)),
                        this::exceptions),
                command("waiting", PUBLISH, List.of(site, words.option("limit", Kind.TEXT)), this::waiting),
                command("accept", PUBLISH, List.of(site, article), this::accept),
                command("decline", PUBLISH, List.of(site, article, reason), this::decline),
                command(
                        "receiving",
                        "site.manage",
                        List.of(site, words.option("ask", Kind.TEXT), reason),
                        this::receiving));
    }

    private OperatorCommand command(
            String verb,
            String permission,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work) {
        return new LifeCommand("article:" + verb, words.say("article-" + verb), permission, arguments, work);
    }

    private Table exceptions(Actor by, Map<String, String> given) {
        return words.targets(pushes.exceptions(
                by, Words.number(given.get("push"), "push_not_found"), Optional.empty(), Words.limit(given, 50)));
    }

    private Table waiting(Actor by, Map<String, String> given) {
        return words.table(
                receiving.waiting(by, site(given), Optional.empty(), Words.limit(given, 50)).stream()
                        .map(w -> List.of(
                                Long.toString(w.article()),
                                w.title(),
                                w.owner().value(),
                                w.column(),
                                w.by(),
                                Words.time(w.since())))
                        .toList(),
                ARTICLE,
                "title",
                "site",
                "column",
                "by",
                "time");
    }

    private Table accept(Actor by, Map<String, String> given) {
        receiving.accept(by, site(given), Words.number(given.get(ARTICLE), "article_not_found"));
        return Table.sentence(words.say("accepted", given.get(ARTICLE), given.get("site")));
    }

    private Table decline(Actor by, Map<String, String> given) {
        receiving.decline(
                by, site(given), Words.number(given.get(ARTICLE), "article_not_found"), given.get("--reason"));
        return Table.sentence(words.say("declined", given.get(ARTICLE), given.get("site")));
    }

    private Table receiving(Actor by, Map<String, String> given) {
        String ask = given.get("--ask");
        if (ask != null) {
            if (!ask.equals("yes") && !ask.equals("no")) {
                throw Problem.invalid("yes_or_no", "ask", ask);
            }
            receiving.ask(by, site(given), ask.equals("yes"), given.get("--reason"));
        }
        return Table.sentence(
                words.say(receiving.asks(by, site(given)) ? "receiving-asks" : "receiving-shows", given.get("site")));
    }

    private static SiteCode site(Map<String, String> given) {
        return new SiteCode(given.get("site"));
    }
}
