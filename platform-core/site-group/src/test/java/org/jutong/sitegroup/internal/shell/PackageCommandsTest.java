package org.jutong.sitegroup.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.importing.Importing.OPERATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.Table;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.importing.ImportFolder;
import org.jutong.sitegroup.internal.packages.Packaging;

class PackageCommandsTest {

    @TempDir
    Path folder;

    @Test
    void aSiteGoesIntoAFileAndOutOfItElsewhere() throws IOException {
        try (Packaging from = new Packaging(Database.DERBY, folder);
                Packaging to = new Packaging(Database.DERBY, folder)) {
            from.fill();
            assertThat(run(from, "site:export", Map.of("site", "5200000001", "file", "gz.zip"))
                            .rows()
                            .get(0))
                    .contains("完成");
            assertThat(Files.readAllBytes(folder.resolve("gz.zip"))).isEqualTo(from.export());
            assertThat(folder.toFile().list()).contains("gz.zip").noneMatch(name -> name.endsWith(".part"));
            assertThatThrownBy(() -> run(from, "site:export", Map.of("site", "5200000001", "file", "gz.zip")))
                    .hasMessageContaining("import_path_taken");
            assertThatThrownBy(() -> run(from, "site:export", Map.of("site", "5200000001", "file", "../gz.zip")))
                    .hasMessageContaining("import_path_outside");

            Map<String, String> given = Map.of("site", "5200000001", "file", "gz.zip", "--follow", "true");
            assertThat(run(to, "site:restore", given).rows().get(0)).contains("完成");
            assertThat(to.export()).isEqualTo(from.export());
        }
    }

    private Table run(Packaging packaging, String name, Map<String, String> values) {
        return new PackageCommands(
                        packaging.platform.tasks,
                        packaging.packages(),
                        packaging.platform.archives,
                        packaging.platform.words,
                        new ImportFolder(Optional.of(folder.toString())))
                .all().stream()
                        .filter(command -> command.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .run(OPERATOR, values, words -> packaging.work());
    }
}
