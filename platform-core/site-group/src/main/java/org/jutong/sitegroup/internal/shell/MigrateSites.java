package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.standard.SiteStandards;
import org.jutong.sitegroup.internal.standard.StepLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:migrate}: a site, or with {@code --below} it and all below it as a task; {@code --back} takes it back. */
@Component
public final class MigrateSites implements OperatorCommand {

    private final SiteStandards standards;
    private final Words words;
    private final ShownTasks tasks;

    @Activate
    public MigrateSites(@Reference SiteStandards standards, @Reference Tasks tasks, @Reference Texts texts) {
        this.standards = standards;
        this.words = new Words(texts);
        this.tasks = new ShownTasks(tasks, words);
    }

    @Override
    public String name() {
        return "column:migrate";
    }

    @Override
    public String description() {
        return words.say("column-migrate");
    }

    @Override
    public String permission() {
        return "site.manage";
    }

    @Override
    public Set<String> anyOf() {
        return Set.of("site.manage", "standard.manage");
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.argument("version", Kind.TEXT),
                words.option("reason", Kind.TEXT),
                words.flag("below"),
                words.flag("follow"),
                words.flag("dry-run"),
                words.flag("back"));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return run(actor, values, words -> {});
    }

    @Override
    public Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        SiteCode site = new SiteCode(values.get("site"));
        String version = values.get("version");
        String reason = values.get("--reason");
        if (values.containsKey("--below")) {
            return tasks.shown(
                    actor,
                    standards.migrateMany(actor, version, Optional.of(site), List.of(), reason),
                    values,
                    progress);
        }
        SiteStandards.Migrated done = values.containsKey("--back")
                ? standards.rollBack(actor, site, reason)
                : values.containsKey("--dry-run")
                        ? standards.plan(actor, site, version)
                        : standards.migrate(actor, site, version, reason);
        List<List<String>> rows = done.steps().stream()
                .map(StepLine::of)
                .map(s -> List.of(
                        s.kind(),
                        s.key(),
                        Optional.ofNullable(s.from()).orElse(""),
                        Optional.ofNullable(s.to()).orElse("")))
                .toList();
        return words.table(rows, "step", "key", "before", "after");
    }
}
