package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.lint.SiteFinding;
import org.jutong.sitegroup.internal.lint.SiteLint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:lint}. */
@Component
public final class LintSite implements OperatorCommand {

    private static final int USUAL = 50;

    private final SiteLint lint;
    private final Words words;
    private final ShownTasks tasks;
    private final Texts texts;

    @Activate
    public LintSite(@Reference SiteLint lint, @Reference Tasks tasks, @Reference Texts texts) {
        this.lint = lint;
        this.texts = texts;
        this.words = new Words(texts);
        this.tasks = new ShownTasks(tasks, words);
    }

    @Override
    public String name() {
        return "column:lint";
    }

    @Override
    public String description() {
        return words.say("column-lint");
    }

    @Override
    public String permission() {
        return "inspection.run";
    }

    @Override
    public Set<String> anyOf() {
        return Set.of("inspection.run", "site.manage", "article.publish");
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.flag("follow"),
                words.flag("found"),
                words.option("check", Kind.TEXT),
                words.option("limit", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return run(actor, values, words -> {});
    }

    @Override
    public Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        SiteCode site = new SiteCode(values.get("site"));
        String one = values.get("--check");
        if (one != null) {
            return table(List.of(lint.check(actor, site, one)));
        }
        if (!values.containsKey("--found")) {
            Task task = lint.start(actor, site);
            if (values.containsKey("--follow")) {
                task = tasks.followed(actor, task, progress);
            }
            if (task.state() != Task.State.DONE || !values.containsKey("--follow")) {
                return tasks.table(List.of(task));
            }
        }
        return table(lint.worst(
                actor, site, SiteFinding.State.OPEN, Optional.empty(), Optional.empty(), Words.limit(values, USUAL)));
    }

    private Table table(List<SiteFinding> found) {
        return words.table(
                found.stream()
                        .map(f -> List.of(
                                f.id(),
                                say("severity." + f.severity().name().toLowerCase(Locale.ROOT)),
                                f.rule(),
                                f.page(),
                                say("state." + (f.mended().isPresent() ? "mended" : "open")),
                                texts.say(Texts.CHINESE, f.message(), f.arguments())))
                        .toList(),
                "finding",
                "severity",
                "rule",
                "page",
                "state",
                "words");
    }

    private String say(String key) {
        return texts.say(Texts.CHINESE, "lint." + key);
    }
}
