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
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.PushRules;
import org.jutong.sitegroup.PushRules.Plan;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.PushRules.Selection;
import org.jutong.sitegroup.PushRules.Terms;
import org.jutong.sitegroup.internal.rules.Selections;
import org.jutong.sitegroup.internal.shell.LifeCommands.LifeCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Rules that push articles by themselves, at the shell. */
@Component(service = PushRuleCommands.class, immediate = true)
public final class PushRuleCommands {

    private static final String RULE = "rule";

    private final PushRules rules;
    private final Words words;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public PushRuleCommands(BundleContext context, @Reference PushRules rules, @Reference Texts texts) {
        this(rules, texts);
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    PushRuleCommands(PushRules rules, Texts texts) {
        this.rules = rules;
        this.words = new Words(texts);
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    List<OperatorCommand> all() {
        Argument rule = words.argument(RULE, Kind.TEXT);
        return List.of(
                command("rules", List.of(), this::list),
                command(
                        RULE,
                        List.of(
                                words.argument("rule-name", Kind.TEXT),
                                words.argument("source", Kind.SITE),
                                words.argument("target", Kind.SITE),
                                words.option("source-span", Kind.TEXT),
                                words.option("source-level", Kind.TEXT),
                                words.option("column", Kind.COLUMN),
                                words.option("subject", Kind.TEXT),
                                words.option("target-span", Kind.TEXT),
                                words.option("target-level", Kind.TEXT),
                                words.option("into", Kind.COLUMN),
                                words.flag("dry-run")),
                        this::add),
                command("rule-run", List.of(rule), this::run),
                command("rule-rest", List.of(rule, words.argument("rest", Kind.TEXT)), this::rest),
                command("rule-remove", List.of(rule), this::remove));
    }

    private OperatorCommand command(
            String verb, List<Argument> arguments, BiFunction<Actor, Map<String, String>, Table> work) {
        return new LifeCommand("article:" + verb, words.say("article-" + verb), "article.push", arguments, work);
    }

    private Table list(Actor by, Map<String, String> given) {
        return words.table(
                rules.list(by).stream().map(this::row).toList(),
                RULE,
                "rule-name",
                "from",
                "column",
                "subject",
                "to",
                "into",
                "active",
                "faults");
    }

    private List<String> row(Rule rule) {
        Terms terms = rule.terms();
        return List.of(
                Long.toString(rule.id()),
                terms.name(),
                sites(terms.from()),
                terms.column().orElse(""),
                terms.subject().orElse(""),
                sites(terms.to()),
                terms.into().orElse(""),
                rule.active() ? "✓" : "",
                Integer.toString(rule.faults()));
    }

    private String sites(Selection selection) {
        String span = selection.top().value() + " " + words.name(selection.span());
        return selection.level().map(Level::id).map(level -> span + " " + level).orElse(span);
    }

    private Table add(Actor by, Map<String, String> given) {
        Terms terms = new Terms(
                given.get("rule-name"),
                selection(given, "source"),
                Optional.ofNullable(given.get("--column")),
                Optional.ofNullable(given.get("--subject")),
                selection(given, "target"),
                Optional.ofNullable(given.get("--into")));
        Plan plan = rules.plan(by, terms);
        if (given.containsKey("--dry-run")) {
            return words.targets(plan.targets());
        }
        return Table.sentence(
                words.say("rule-added", Long.toString(rules.add(by, terms).id()), plan.matching()));
    }

    private static Selection selection(Map<String, String> given, String field) {
        return Selections.of(
                field, given.get(field), given.get("--" + field + "-span"), given.get("--" + field + "-level"));
    }

    private Table run(Actor by, Map<String, String> given) {
        return Table.sentence(words.say(
                "rule-running", Long.toString(rules.run(by, number(given)).id())));
    }

    private Table rest(Actor by, Map<String, String> given) {
        String rest = given.get("rest");
        if (!rest.equals("yes") && !rest.equals("no")) {
            throw Problem.invalid("yes_or_no", "rest", rest);
        }
        Rule rule = rules.get(by, number(given));
        Rule now = rules.change(by, rule.id(), rule.version(), rule.terms(), rest.equals("no"));
        return Table.sentence(words.say(now.active() ? "rule-active" : "rule-resting", Long.toString(rule.id())));
    }

    private Table remove(Actor by, Map<String, String> given) {
        long id = number(given);
        rules.remove(by, id);
        return Table.sentence(words.say("rule-removed", Long.toString(id)));
    }

    private static long number(Map<String, String> given) {
        return Words.number(given.get(RULE), "push_rule_not_found");
    }
}
