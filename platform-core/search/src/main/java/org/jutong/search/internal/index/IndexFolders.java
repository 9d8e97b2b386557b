package org.jutong.search.internal.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the indexes, numbered: the highest whole one answers. */
record IndexFolders(Path root) {

    private static final Comparator<Path> BY_NUMBER = Comparator.comparingInt(IndexFolders::number);

    /** The newest index that is whole. */
    Optional<Path> whole() {
        return all().stream()
                .filter(each -> ArticleIndex.cursor(each).isPresent())
                .max(BY_NUMBER);
    }

    /** One that is not there yet. */
    Path next() {
        int last = all().stream().max(BY_NUMBER).map(IndexFolders::number).orElse(0);
        return root.resolve("index-" + (last + 1));
    }

    void removeAllBut(Path kept) throws IOException {
        for (Path each : all()) {
            if (!each.equals(kept)) {
                remove(each);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : files) {
            Files.deleteIfExists(each);
        }
    }

    private List<Path> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(root)) {
            return found.filter(each -> each.getFileName().toString().matches("index-\\d{1,9}"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring("index-".length()));
    }
}
