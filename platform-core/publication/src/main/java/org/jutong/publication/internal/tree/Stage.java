package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of the tree that is made ready beside it and then happens at once: each file takes its place by a rename, first what
 * others lead to, last what is taken away, so that no reader follows a link to nowhere. The list of renames is on disk before
 * the first of them; after a crash they are done again. For one thread.
 */
final class Stage implements AutoCloseable {

    private static final String LIST = "renames";
    private static final String REMOVE = "-";

    private final Path root;
    private final Path folder;
    private final List<String[]> steps = new ArrayList<>();

    /** @param root the tree's folder; paths of files are below it */
    Stage(Path root, String name) throws IOException {
        this.root = root;
        this.folder = root.resolve(".stage").resolve(name);
        clear(folder);
        Files.createDirectories(folder);
    }

    /** Makes a file ready. */
    void put(String file, byte[] content) throws IOException {
        String name = Integer.toString(steps.size());
        Files.write(folder.resolve(name), content);
        steps.add(new String[] {name, file});
    }

    /** Takes a file away. */
    void remove(String file) {
        steps.add(new String[] {REMOVE, file});
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Lets it happen. */
    void commit() throws IOException {
        steps.sort(Comparator.comparingInt(step -> order(step[0], step[1])));
        StringBuilder list = new StringBuilder();
        steps.forEach(step -> list.append(step[0]).append(' ').append(step[1]).append('\n'));
        Path part = folder.resolve(LIST + ".part");
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(list.toString()));
            out.force(true);
        }
        Files.move(part, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
        rename(root, folder);
    }

    /** Finishes what a crash interrupted, and throws away what had not begun. */
    static void recover(Path root) throws IOException {
        Path stages = root.resolve(".stage");
        if (Files.exists(stages)) {
            try (Stream<Path> all = Files.list(stages)) {
                for (Path folder : all.toList()) {
                    if (Files.exists(folder.resolve(LIST))) {
                        rename(root, folder);
                    }
                    clear(folder);
                }
            }
        }
    }

    private static void rename(Path root, Path folder) throws IOException {
        for (String line : Files.readAllLines(folder.resolve(LIST))) {
            int gap = line.indexOf(' ');
            Path target = root.resolve(line.substring(gap + 1)).normalize();
            if (line.startsWith(REMOVE)) {
                Files.deleteIfExists(target);
                removeEmpty(root, target.getParent());
            } else {
                Path made = folder.resolve(line.substring(0, gap));
                try {
                    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
                } catch (NoSuchFileException e) {
                    if (Files.exists(made)) {
                        Files.createDirectories(target.getParent());
                        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
        }
        clear(folder);
    }

    private static void removeEmpty(Path root, Path folder) throws IOException {
        try {
            for (Path each = folder; !each.equals(root); each = each.getParent()) {
                Files.deleteIfExists(each);
            }
        } catch (DirectoryNotEmptyException e) {
            // others are still in it
        }
    }

    /** Files and articles, then lists, then home pages, then what is kept of them, then removals. */
    private static int order(String step, String file) {
        if (step.equals(REMOVE)) {
            return 4;
        }
        if (!file.startsWith("www/")) {
            return 3;
        }
        if (file.contains("/columns/")) {
            return 1;
        }
        return file.contains("/index.html") ? 2 : 0;
    }

    @Override
    public void close() throws IOException {
        clear(folder);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
