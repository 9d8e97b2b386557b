package org.jutong.sitegroup.internal.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Problem;

/** The one folder of this machine that imports may read from and packages be written to, as its operator says in the environment. */
public final class ImportFolder {

    private final Optional<String> root;

    /** @param root empty where nothing of this machine may be read */
    public ImportFolder(Optional<String> root) {
        this.root = root.filter(given -> !given.isBlank());
    }

    /** {@code JUTONG_IMPORT_FOLDER}. */
    public static ImportFolder of(Map<String, String> environment) {
        return new ImportFolder(Optional.ofNullable(environment.get("JUTONG_IMPORT_FOLDER")));
    }

    /**
     * A file or folder below it.
     *
     * @throws Problem {@code import_folder_not_set} (409), {@code import_path_outside}, {@code import_path_not_found}
     */
    public Path require(String given) {
        try {
            Path base = Path.of(root.orElseThrow(() -> Problem.conflict("import_folder_not_set")))
                    .toRealPath();
            Path wanted = base.resolve(given).normalize();
            if (!wanted.startsWith(base)) {
                throw Problem.invalid("import_path_outside", "folder");
            }
            if (!Files.exists(wanted)) {
                throw Problem.invalid("import_path_not_found", "folder", given);
            }
            if (!wanted.toRealPath().startsWith(base)) {
                throw Problem.invalid("import_path_outside", "folder");
            }
            return wanted.toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw Problem.invalid("import_path_not_found", "folder", given);
        }
    }

    /**
     * A file below it that is not there yet, in a folder that is.
     *
     * @throws Problem as for {@link #require}, and {@code import_path_taken} (409)
     */
    public Path fresh(String given) {
        try {
            Path wanted = Path.of(given).normalize();
            Path above = require(
                    Optional.ofNullable(wanted.getParent()).map(Path::toString).orElse("."));
            Path file = above.resolve(wanted.getFileName());
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw Problem.conflict("import_path_taken", given);
            }
            return file;
        } catch (InvalidPathException e) {
            throw Problem.invalid("import_path_not_found", "folder", given);
        }
    }
}
