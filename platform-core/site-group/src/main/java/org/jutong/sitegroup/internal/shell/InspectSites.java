package org.jutong.sitegroup.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.inspection.Inspected;
import org.jutong.sitegroup.internal.inspection.Report;
import org.jutong.sitegroup.internal.inspection.SiteInspections;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:inspect}: one site now, all sites as a task, or the list of what inspections came to. */
@Component
public final class InspectSites implements OperatorCommand {

    private static final int USUAL = 20;

    private final SiteInspections inspections;
    private final Words words;
    private final ShownTasks tasks;
    private final Texts texts;

    @Activate
    public InspectSites(@Reference SiteInspections inspections, @Reference Tasks tasks, @Reference Texts texts) {
        this.inspections = inspections;
        this.texts = texts;
        this.words = new Words(texts);
        this.tasks = new ShownTasks(tasks, words);
    }

    @Override
    public String name() {
        return "column:inspect";
    }

    @Override
    public String description() {
        return words.say("column-inspect");
    }

    @Override
    public String permission() {
        return "inspection.run";
    }

    @Override
    public Set<String> anyOf() {
        return Set.of("inspection.run", "site.manage");
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                new Argument("site", words.say("argument.inspected"), Kind.SITE, false),
                words.flag("all"),
                words.flag("follow"),
                words.option("limit", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return run(actor, values, words -> {});
    }

    @Override
    public Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        if (values.containsKey("site")) {
            return one(actor, new SiteCode(values.get("site")));
        }
        if (values.containsKey("--all")) {
            return tasks.shown(actor, inspections.inspectAll(actor), values, progress);
        }
        List<List<String>> rows =
                inspections.worst(actor, Optional.empty(), Optional.empty(), Words.limit(values, USUAL)).stream()
                        .map(each -> List.of(
                                each.site().code().value(),
                                each.site().name(),
                                verdict(each.inspected()),
                                each.inspected().vetoes().stream()
                                        .map(this::veto)
                                        .collect(Collectors.joining("、")),
                                each.inspected().least().toPlainString(),
                                each.inspected()
                                        .first()
                                        .map(f -> Integer.toString(f.days()))
                                        .orElse("")))
                        .toList();
        return words.table(rows, "code", "site", "verdict", "vetoes", "score", "days");
    }

    private Table one(Actor actor, SiteCode site) {
        Inspected inspected = inspections.inspect(actor, site);
        Report report = inspections.report(actor, site);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.say("column.verdict"),
                verdict(inspected),
                inspected.least().toPlainString(),
                ""));
        report.vetoes()
                .forEach(v -> rows.add(List.of(
                        veto(v.kind()),
                        texts.say(Texts.CHINESE, "inspection.state." + v.state()),
                        Integer.toString(v.evidence().size()),
                        "")));
        report.columns().stream()
                .filter(c -> c.daysLeft() != null || c.state().equals("blank"))
                .forEach(c -> rows.add(List.of(
                        c.name(),
                        texts.say(Texts.CHINESE, "inspection.column." + c.state()),
                        Optional.ofNullable(c.last()).orElse(""),
                        c.daysLeft() == null ? "" : c.daysLeft().toString())));
        return words.table(rows, "fact", "state", "value", "days");
    }

    private String verdict(Inspected inspected) {
        return texts.say(Texts.CHINESE, "inspection.verdict." + inspected.verdict());
    }

    private String veto(String kind) {
        return texts.say(Texts.CHINESE, "inspection.veto." + kind);
    }
}
