package org.jutong.sitegroup.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.Task;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The steps of a site's life at the shell, a command for each. */
@Component(service = LifeCommands.class, immediate = true)
public final class LifeCommands {

    private static final String SITE = "site";
    private static final String REASON = "--reason";

    private final SiteLife life;
    private final Words words;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public LifeCommands(BundleContext context, @Reference SiteLife life, @Reference Texts texts) {
        this.life = life;
        this.words = new Words(texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    private List<OperatorCommand> all() {
        return List.of(
                command("steps", "site.manage", List.of(site()), this::steps),
                command(
                        "apply",
                        "site.apply",
                        List.of(
                                text("code"),
                                text("title"),
                                text("level"),
                                text("region"),
                                text("region-name"),
                                words.argument("parent", OperatorCommand.Kind.SITE),
                                option("kind"),
                                option("colour"),
                                reason()),
                        (by, given) -> stands(life.apply(by, newSite(given), why(given)))),
                step("approve", "site.approve", life::approve),
                step("reject", "site.approve", life::reject),
                step("open", "site.open", life::open),
                step("reopen", "site.close", life::reopen),
                step("keep", "site.close", life::keep),
                step("close", "site.close", life::close),
                command(
                        "file",
                        "site.manage",
                        List.of(
                                site(),
                                option("sponsor"),
                                option("contact"),
                                option("icp"),
                                option("police"),
                                option("emblem"),
                                option("tested-on"),
                                option("tested-by"),
                                words.flag("passed"),
                                reason()),
                        this::file),
                command(
                        "close-temporarily",
                        "site.close",
                        List.of(site(), text("until"), words.flag("unforeseen"), reason()),
                        (by, given) -> stands(life.closeTemporarily(
                                by,
                                code(given, SITE),
                                day(given.get("until"), "until_invalid", "until"),
                                given.containsKey("--unforeseen"),
                                why(given)))),
                command(
                        "merge",
                        "site.close",
                        List.of(
                                site(),
                                words.argument("target", OperatorCommand.Kind.SITE),
                                option("columns"),
                                reason()),
                        this::merge),
                command(
                        "move",
                        "site.manage",
                        List.of(site(), words.argument("parent", OperatorCommand.Kind.SITE), reason()),
                        (by, given) -> stands(life.move(by, code(given, SITE), code(given, "parent"), why(given)))));
    }

    private interface SimpleStep {
        Site make(Actor by, SiteCode site, Why why);
    }

    private OperatorCommand step(String verb, String permission, SimpleStep step) {
        return command(
                verb,
                permission,
                List.of(site(), reason()),
                (by, given) -> stands(step.make(by, code(given, SITE), why(given))));
    }

    private OperatorCommand command(
            String verb,
            String permission,
            List<OperatorCommand.Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work) {
        return new LifeCommand("site:" + verb, words.say("site-" + verb), permission, arguments, work);
    }

    /** A command that is told what it is. */
    record LifeCommand(
            String name,
            String description,
            String permission,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work)
            implements OperatorCommand {
        @Override
        public Table run(Actor actor, Map<String, String> values) {
            return work.apply(actor, values);
        }
    }

    private Table steps(Actor by, Map<String, String> given) {
        SiteCode site = code(given, SITE);
        return words.table(
                life.steps(by, site).stream().map(this::line).toList(),
                "time",
                "step",
                "state",
                "office",
                "by",
                "reason",
                "documents");
    }

    private List<String> line(Step step) {
        return List.of(
                Words.time(step.at()),
                words.name(step.kind()),
                words.name(step.state()),
                step.level().map(SiteCode::value).orElse(""),
                step.by(),
                step.reason(),
                step.documents().stream().map(StoredFile::name).collect(Collectors.joining(", ")));
    }

    private Table file(Actor by, Map<String, String> given) {
        SiteCode site = code(given, SITE);
        Filing now = life.filing(site);
        Optional<SecurityTest> test = Optional.ofNullable(given.get("--tested-on"))
                .map(day -> new SecurityTest(
                        day(day, "tested_on_invalid", "testedOn"),
                        given.get("--tested-by"),
                        given.containsKey("--passed")));
        Filing filing = new Filing(
                given(given, "sponsor").or(now::sponsor),
                given(given, "contact").or(now::contact),
                given(given, "icp").or(now::icp),
                given(given, "police").or(now::police),
                given(given, "emblem").or(now::emblem),
                test.or(now::test));
        life.file(by, site, filing, why(given));
        return Table.sentence(words.say("filed", site.value()));
    }

    private Table merge(Actor by, Map<String, String> given) {
        Map<String, String> columns = given(given, "columns").stream()
                .flatMap(pairs -> Stream.of(pairs.split(",")))
                .map(pair -> pair.split("=", 2))
                .peek(pair -> {
                    if (pair.length != 2) {
                        throw Problem.invalid("columns_not_pairs", "columns");
                    }
                })
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (one, other) -> other));
        Task task = life.merge(by, code(given, SITE), code(given, "target"), columns, why(given));
        return Table.sentence(words.say("merging", given.get(SITE), given.get("target"), String.valueOf(task.id())));
    }

    private Table stands(Site site) {
        return Table.sentence(words.say("stands", site.code().value(), site.name(), words.name(site.state())));
    }

    private static NewSite newSite(Map<String, String> given) {
        return new NewSite(
                code(given, "code"),
                given.get("title"),
                choice(Level.values(), given.get("level"), "level"),
                given.get("region"),
                given.get("region-name"),
                Optional.of(code(given, "parent")),
                given.getOrDefault("--colour", "blue"),
                choice(SiteKind.values(), given.getOrDefault("--kind", "portal"), "kind"));
    }

    private static <E extends Enum<E>> E choice(E[] values, String given, String field) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field + "_unknown", field, given));
    }

    private static Why why(Map<String, String> given) {
        return Why.because(given.get(REASON));
    }

    private static SiteCode code(Map<String, String> given, String name) {
        return new SiteCode(given.get(name));
    }

    private static Optional<String> given(Map<String, String> given, String option) {
        return Optional.ofNullable(given.get("--" + option));
    }

    private static LocalDate day(String text, String code, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(code, field);
        }
    }

    private OperatorCommand.Argument site() {
        return words.argument(SITE, OperatorCommand.Kind.SITE);
    }

    private OperatorCommand.Argument reason() {
        return option("reason");
    }

    private OperatorCommand.Argument text(String name) {
        return words.argument(name, OperatorCommand.Kind.TEXT);
    }

    private OperatorCommand.Argument option(String name) {
        return words.option(name, OperatorCommand.Kind.TEXT);
    }
}
