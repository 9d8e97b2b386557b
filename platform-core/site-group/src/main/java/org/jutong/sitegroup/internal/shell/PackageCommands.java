package org.jutong.sitegroup.internal.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.importing.ImportFolder;
import org.jutong.sitegroup.internal.packages.SitePackages;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A site as a package, into a file and out of one. */
@Component(service = PackageCommands.class, immediate = true)
public final class PackageCommands {

    private static final String SITE = "site";
    private static final String FILE = "file";
    private static final String MANAGE = "site.manage";

    private final Tasks tasks;
    private final SitePackages packages;
    private final Archives archives;
    private final ImportFolder folder;
    private final Words words;
    private final ShownTasks shown;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Activate
    public PackageCommands(
            BundleContext context,
            @Reference Tasks tasks,
            @Reference SitePackages packages,
            @Reference Archives archives,
            @Reference Texts texts) {
        this(tasks, packages, archives, texts, ImportFolder.of(System.getenv()));
        all().forEach(command -> registered.add(context.registerService(OperatorCommand.class, command, null)));
    }

    PackageCommands(Tasks tasks, SitePackages packages, Archives archives, Texts texts, ImportFolder folder) {
        this.tasks = tasks;
        this.packages = packages;
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
        Argument site = words.argument(SITE, Kind.SITE);
        Argument file = words.argument(FILE, Kind.TEXT);
        return List.of(
                new Export(words.say("site-export"), List.of(site, file)),
                new TaskCommand(
                        "site:restore",
                        words.say("site-restore"),
                        MANAGE,
                        List.of(site, file, words.flag("follow")),
                        this::restore,
                        shown));
    }

    private Task restore(Actor by, Map<String, String> given) {
        SiteCode site = new SiteCode(given.get(SITE));
        Archive archive = archives.handIn(by, site, folder.require(given.get(FILE)));
        return packages.restore(by, site, archive.id());
    }

    /** Makes a package, waits for it, and writes it into a new file. */
    private final class Export implements OperatorCommand {

        private final String description;
        private final List<Argument> arguments;

        Export(String description, List<Argument> arguments) {
            this.description = description;
            this.arguments = arguments;
        }

        @Override
        public String name() {
            return "site:export";
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public String permission() {
            return MANAGE;
        }

        @Override
        public List<Argument> arguments() {
            return arguments;
        }

        @Override
        public Table run(Actor by, Map<String, String> given) {
            return run(by, given, line -> {});
        }

        @Override
        public Table run(Actor by, Map<String, String> given, Consumer<String> progress) {
            SiteCode site = new SiteCode(given.get(SITE));
            Path file = folder.fresh(given.get(FILE));
            Task over = shown.followed(by, packages.export(by, site), progress);
            if (over.state() == Task.State.DONE) {
                tasks.lines(by, over.id(), 0, 1, Optional.of("exported")).forEach(line -> save(by, site, line, file));
            }
            return shown.table(List.of(over));
        }

        private void save(Actor by, SiteCode site, Task.Line made, Path file) {
            long number = Long.parseLong(made.item().substring(made.item().indexOf(':') + 1));
            Archive archive = archives.get(by, site, number);
            try {
                Path unfinished = Files.createTempFile(file.getParent(), "package", ".part");
                try (OutputStream out = Files.newOutputStream(unfinished)) {
                    archives.copy(archive, out);
                    Files.move(unfinished, file);
                } finally {
                    Files.deleteIfExists(unfinished);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
