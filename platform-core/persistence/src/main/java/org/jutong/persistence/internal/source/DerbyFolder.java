package org.jutong.persistence.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a Derby database is to be. Derby refuses to create one in a folder that exists, so one that is empty, or that
 * an interrupted creation left half made, is taken away first. It never held data: what marks a database is written
 * last.
 */
final class DerbyFolder {

    private static final String MARK = "service.properties";
    private static final Set<String> DERBYS_OWN =
            Set.of("log", "seg0", "tmp", "db.lck", "dbex.lck", "README_DO_NOT_TOUCH_FILES.txt");

    private DerbyFolder() {}

    static void makeWay(Path folder) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(MARK))) {
            return;
        }
        try {
            if (names(folder).stream().allMatch(DERBYS_OWN::contains)) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> entries = Files.walk(folder)) {
            deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : deepestFirst) {
            Files.delete(entry);
        }
    }
}
