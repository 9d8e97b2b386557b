package org.jutong.sitegroup.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Table;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.importing.ImportFolder;
import org.jutong.sitegroup.internal.importing.Importing;

class TaskCommandsTest {

    private static final String MAPPING =
            "{\"columns\":[{\"from\":\"**\",\"to\":\"meetings\"}],\"title\":\"h1\",\"time\":\"i\",\"body\":\"p\"}";

    @TempDir
    Path folder;

    private Importing old;
    private TaskCommands commands;

    @BeforeEach
    void open() throws IOException {
        old = new Importing(Database.DERBY, folder);
        commands = new TaskCommands(
                old.tasks, old.imports, old.archives, old.words, new ImportFolder(Optional.of(folder.toString())));
        Files.createDirectory(folder.resolve("site"));
        Files.writeString(folder.resolve("site/a.html"), "<h1>会议</h1><i>2017-07-20</i><p>文</p>");
        Files.writeString(folder.resolve("site/b.html"), "<h1>会议</h1><p>没有时间</p>");
        Files.writeString(folder.resolve("mapping.json"), MAPPING);
    }

    @AfterEach
    void close() {
        old.close();
    }

    @Test
    void anImportIsStartedWatchedAndItsLinesRead() {
        Table begun = run(
                "site:import",
                Map.of("site", "5200000001", "--folder", "site", "--mapping", "mapping.json", "--dry-run", "true"));
        String task = begun.rows().get(0).get(0);
        assertThat(begun.rows().get(0)).contains("import", "等待", "5200000001");
        old.workAll();
        assertThat(run("site:task", Map.of("task", task, "--follow", "true"))
                        .rows()
                        .get(0))
                .contains("完成", "2/2");
        assertThat(run("site:task-lines", Map.of("task", task, "--outcome", "skipped"))
                        .rows())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("b.html", "没有找到发布时间。"));
        assertThat(run("site:tasks", Map.of("--site", "5200000001")).rows()).hasSize(1);
        assertThatThrownBy(() -> run("site:task-stop", Map.of("task", task))).hasMessageContaining("task_over");
    }

    @Test
    void whoFollowsATaskIsToldHowFarItIs() {
        List<String> told = new ArrayList<>();
        Map<String, String> given =
                Map.of("site", "5200000001", "--folder", "site", "--mapping", "mapping.json", "--follow", "true");
        Table done = command("site:import").run(Importing.OPERATOR, given, words -> {
            told.add(words);
            old.workAll();
        });
        assertThat(told).containsExactly("等待 0/0");
        assertThat(done.rows().get(0)).contains("完成", "2/2");
    }

    @Test
    void nothingOutsideTheImportFolderIsRead() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        for (Map<String, String> given : List.of(
                Map.of("site", "5200000001", "--folder", "site", "--mapping", "/etc/passwd"),
                Map.of("site", "5200000001", "--archive", "../x.zip", "--mapping", "mapping.json"))) {
            assertThatThrownBy(() -> run("site:import", given)).hasMessageContaining("import_path_outside");
        }
        assertThatThrownBy(() -> run(
                        "site:import", Map.of("site", "5200000001", "--folder", "site", "--mapping", "broken.json")))
                .hasMessageContaining("mapping_not_json");
        assertThatThrownBy(() -> run("site:import", Map.of("site", "5200000001", "--folder", "site")))
                .hasMessageContaining("mapping_missing");
    }

    private Table run(String name, Map<String, String> values) {
        return command(name).run(Importing.OPERATOR, values);
    }

    private OperatorCommand command(String name) {
        return commands.all().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
