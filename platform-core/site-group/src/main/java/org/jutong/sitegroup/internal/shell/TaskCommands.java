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
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.importing.ImportFolder;
import org.jutong.sitegroup.internal.importing.ImportRequest;
import org.jutong.sitegroup.internal.importing.Mappings;
import org.jutong.sitegroup.internal.importing.SiteImports;
import org.jutong.sitegroup.internal.shell.LifeCommands.LifeCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Long work at the shell: an import is started, and tasks are watched, stopped and gone on with. */
@Component(service = TaskCommands.class, immediate = true)
public final class TaskCommands {

    private static final String SITE = "site";
    private static final String TASK = "task";
    private static final String MANAGE = "site.manage";

    private final Tasks tasks;
    private final SiteImports imports;
    private final Archives archives;
    private final ImportFolder folder;
    private final Words words;
    private final ShownTasks shown;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public TaskCommands(
            BundleContext context,
            @Reference Tasks tasks,
            @Reference SiteImports imports,
            @Reference Archives archives,
            @Reference Texts texts) {
        this(tasks, imports, archives, texts, ImportFolder.of(System.getenv()));
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    TaskCommands(Tasks tasks, SiteImports imports, Archives archives, Texts texts, ImportFolder folder) {
        this.tasks = tasks;
        this.imports = imports;
        this.archives = archives;
        this.folder = folder;
        this.words = new Words(texts);
        this.shown = new ShownTasks(tasks, words);
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    List<OperatorCommand> all() {
        Argument task = words.argument(TASK, Kind.TEXT);
        Argument follow = words.flag("follow");
        return List.of(
                task(
                        "import",
                        MANAGE,
                        List.of(
                                words.argument(SITE, Kind.SITE),
                                words.option("archive", Kind.TEXT),
                                words.option("folder", Kind.TEXT),
                                words.option("mapping", Kind.TEXT),
                                words.flag("dry-run"),
                                follow),
                        this::start),
                command(
                        "tasks",
                        OperatorCommand.SIGNED_IN,
                        List.of(words.option(SITE, Kind.SITE), words.option("limit", Kind.TEXT)),
                        this::list),
                task(
                        TASK,
                        OperatorCommand.SIGNED_IN,
                        List.of(task, follow),
                        (by, given) -> tasks.get(by, Words.number(given.get(TASK), "task_not_found"))),
                command(
                        "task-lines",
                        OperatorCommand.SIGNED_IN,
                        List.of(
                                task,
                                words.option("outcome", Kind.TEXT),
                                words.option("after", Kind.TEXT),
                                words.option("limit", Kind.TEXT)),
                        this::lines),
                task(
                        "task-stop",
                        OperatorCommand.SIGNED_IN,
                        List.of(task),
                        (by, given) -> tasks.cancel(by, Words.number(given.get(TASK), "task_not_found"))),
                task(
                        "task-resume",
                        OperatorCommand.SIGNED_IN,
                        List.of(task, follow),
                        (by, given) -> tasks.resume(by, Words.number(given.get(TASK), "task_not_found"))));
    }

    private OperatorCommand task(
            String verb,
            String permission,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Task> work) {
        return new TaskCommand("site:" + verb, words.say("site-" + verb), permission, arguments, work, shown);
    }

    private OperatorCommand command(
            String verb,
            String permission,
            List<Argument> arguments,
            BiFunction<Actor, Map<String, String>, Table> work) {
        return new LifeCommand("site:" + verb, words.say("site-" + verb), permission, arguments, work);
    }

    private Task start(Actor by, Map<String, String> given) {
        SiteCode site = new SiteCode(given.get(SITE));
        String mapping = Optional.ofNullable(given.get("--mapping"))
                .orElseThrow(() -> Problem.invalid("mapping_missing", "mapping"));
        Map<String, Object> read = Mappings.read(folder.require(mapping));
        Long archive = Optional.ofNullable(given.get("--archive"))
                .map(file -> archives.handIn(by, site, folder.require(file)).id())
                .orElse(null);
        return imports.start(
                by, site, new ImportRequest(archive, given.get("--folder"), read, given.containsKey("--dry-run")));
    }

    private Table list(Actor by, Map<String, String> given) {
        Optional<SiteCode> site = Optional.ofNullable(given.get("--" + SITE)).map(SiteCode::new);
        return shown.table(tasks.list(by, site, Optional.empty(), Words.limit(given, 20)));
    }

    private Table lines(Actor by, Map<String, String> given) {
        String after = given.getOrDefault("--after", "0");
        if (!after.matches("\\d{1,9}")) {
            throw Problem.invalid("cursor_invalid", "after", after);
        }
        List<Task.Line> lines = tasks.lines(
                by,
                Words.number(given.get(TASK), "task_not_found"),
                Integer.parseInt(after),
                Words.limit(given, 50),
                Optional.ofNullable(given.get("--outcome")));
        return words.table(
                lines.stream()
                        .map(line ->
                                List.of(Integer.toString(line.position()), line.item(), line.outcome(), line.words()))
                        .toList(),
                "position",
                "item",
                "outcome",
                "reason");
    }
}
