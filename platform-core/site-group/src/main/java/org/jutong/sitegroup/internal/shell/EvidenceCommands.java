package org.jutong.sitegroup.internal.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.evidence.EvidenceWords;
import org.jutong.sitegroup.internal.evidence.Facts;
import org.jutong.sitegroup.internal.evidence.Kind;
import org.jutong.sitegroup.internal.evidence.Observation;
import org.jutong.sitegroup.internal.evidence.Observation.TakenBack;
import org.jutong.sitegroup.internal.evidence.Observations;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What people observed on a site: listed, recorded and taken back at the shell. */
@Component(service = EvidenceCommands.class, immediate = true)
public final class EvidenceCommands {

    private static final int USUAL = 50;
    private static final String SITE = "site";
    private static final String RUN = "inspection.run";

    /** A day, all visits and slow ones: {@code 2026-11-16=120/3}. */
    private static final Pattern VISITS = Pattern.compile("([\\d-]{10})=(\\d{1,9})/(\\d{1,9})");

    private final Observations observations;
    private final Words words;
    private final EvidenceWords says;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public EvidenceCommands(BundleContext context, @Reference Observations observations, @Reference Texts texts) {
        this(observations, texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    EvidenceCommands(Observations observations, Texts texts) {
        this.observations = observations;
        this.words = new Words(texts);
        this.says = new EvidenceWords(texts, observations.rules(), Texts.CHINESE);
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    List<OperatorCommand> all() {
        Argument site = words.argument(SITE, OperatorCommand.Kind.SITE);
        return List.of(
                new EvidenceCommand(
                        "column:evidence",
                        words.say("column-evidence"),
                        Set.of(RUN, "site.manage", "article.publish"),
                        List.of(site, words.flag("taken-back"), option("limit")),
                        this::list),
                new EvidenceCommand(
                        "column:evidence-add",
                        words.say("column-evidence-add"),
                        Set.of(RUN),
                        List.of(
                                site,
                                words.argument("observed", OperatorCommand.Kind.TEXT),
                                words.argument("day", OperatorCommand.Kind.TEXT),
                                option("words"),
                                option("sort"),
                                words.flag("handled"),
                                option("visits"),
                                option("observed-name"),
                                option("lacking"),
                                option("address"),
                                words.flag("home"),
                                option("item"),
                                option("count"),
                                option("about")),
                        this::add),
                new EvidenceCommand(
                        "column:evidence-remove",
                        words.say("column-evidence-remove"),
                        Set.of(RUN),
                        List.of(site, words.argument("evidence", OperatorCommand.Kind.TEXT), option("reason")),
                        this::remove));
    }

    private Table list(Actor by, Map<String, String> given) {
        boolean standing = !given.containsKey("--taken-back");
        return table(observations.of(by, site(given), standing, Long.MAX_VALUE, Words.limit(given, USUAL)));
    }

    private Table add(Actor by, Map<String, String> given) {
        String kind = given.get("observed");
        Facts facts = new Facts(
                given.get("--sort"),
                flag(given, "handled", kind.equals(Kind.INCIDENT.id())),
                Optional.ofNullable(given.get("--visits"))
                        .map(EvidenceCommands::visits)
                        .orElse(null),
                given.get("--observed-name"),
                Optional.ofNullable(given.get("--lacking"))
                        .map(EvidenceCommands::parts)
                        .orElse(kind.equals(Kind.GUIDE.id()) ? List.of() : null),
                given.get("--address"),
                flag(given, "home", kind.equals(Kind.DEAD_LINK.id())),
                given.get("--item"),
                Optional.ofNullable(given.get("--count"))
                        .map(text -> number(text, "count"))
                        .orElse(null),
                given.get("--about"));
        return table(List.of(observations.record(
                by, site(given), new Observations.Given(kind, given.get("day"), facts, given.get("--words"), null))));
    }

    private Table remove(Actor by, Map<String, String> given) {
        long id = Words.number(given.get("evidence"), "evidence_not_found");
        return table(List.of(observations.takeBack(by, site(given), id, given.get("--reason"))));
    }

    private static Boolean flag(Map<String, String> given, String name, boolean belongs) {
        return given.containsKey("--" + name) ? Boolean.TRUE : belongs ? Boolean.FALSE : null;
    }

    private static List<Facts.Visits> visits(String text) {
        return parts(text).stream()
                .map(part -> {
                    Matcher day = VISITS.matcher(part);
                    if (!day.matches()) {
                        throw Problem.invalid("evidence_visits_unreadable", "days", part);
                    }
                    return new Facts.Visits(day.group(1), number(day.group(2), "days"), number(day.group(3), "days"));
                })
                .toList();
    }

    private static int number(String text, String field) {
        if (!text.matches("\\d{1,9}")) {
            throw Problem.invalid("evidence_number_invalid", field, 999_999_999);
        }
        return Integer.parseInt(text);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toList());
    }

    private static SiteCode site(Map<String, String> given) {
        return new SiteCode(given.get(SITE));
    }

    private Argument option(String name) {
        return words.option(name, OperatorCommand.Kind.TEXT);
    }

    private Table table(List<Observation> seen) {
        return words.table(
                seen.stream()
                        .map(each -> List.of(
                                Long.toString(each.id()),
                                each.day().toString(),
                                says.kind(each.kind()),
                                says.say(each),
                                observations.until(each).map(Object::toString).orElse(""),
                                each.by(),
                                each.takenBack().map(TakenBack::reason).orElse("")))
                        .toList(),
                "evidence",
                "day",
                "kind",
                "words",
                "until",
                "by",
                "taken-back");
    }

    /** A command of these; one of the permissions is enough. */
    private record EvidenceCommand(
            String name,
            String description,
            Set<String> anyOf,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work)
            implements OperatorCommand {

        @Override
        public String permission() {
            return RUN;
        }

        @Override
        public Table run(Actor actor, Map<String, String> values) {
            return work.apply(actor, values);
        }
    }
}
