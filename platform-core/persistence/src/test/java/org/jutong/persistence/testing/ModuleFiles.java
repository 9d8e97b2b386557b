package org.jutong.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jutong.persistence.internal.schema.Changelog;

/** Reads the migrations from where a class comes from: a folder of classes or a jar. */
final class ModuleFiles {

    private ModuleFiles() {}

    static Changelog changelog(Class<?> anchor, String owner) {
        try {
            Path root = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(root)) {
                return new Changelog(owner, below(root));
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return new Changelog(owner, below(jar.getPath("/")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, byte[]> below(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path schema = root.resolve(Changelog.FOLDER);
        if (!Files.isDirectory(schema)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(schema)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
