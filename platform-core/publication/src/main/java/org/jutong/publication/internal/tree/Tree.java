package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder: {@code www} with the files that a web server serves, {@code manifest} with the sums of each site's, the signed
 * {@code manifest.sha256} with the sums of those, {@code .book} with what pages lead to, {@code .stage} with what is being made
 * ready. What is signed is the state after the last {@link #seal}. Different groups may be changed at once.
 */
final class Tree {

    static final String MANIFEST = "manifest.sha256";
    static final String SIGNATURE = MANIFEST + ".sig";

    private final Path root;
    private final Seal seal;
    /** The sum of each manifest by its path. Guarded by this. */
    private final TreeMap<String, String> sums = new TreeMap<>();

    /** Opens it; what a crash interrupted is finished. */
    Tree(Path root, Seal seal) throws IOException {
        this.root = root;
        this.seal = seal;
        Files.createDirectories(root.resolve("www"));
        Files.createDirectories(root.resolve("manifest"));
        Stage.recover(root);
    }

    Path root() {
        return root;
    }

    /**
     * Takes over what the last signature stands for. A group whose manifest says something else, after a crash or by another
     * hand, loses its book, so that its files are written anew.
     *
     * @return those groups
     */
    synchronized List<String> open() throws IOException {
        Map<String, String> signed = new TreeCheck(root, seal.publicKey(), files -> {}).signed();
        sums.clear();
        List<String> doubtful = new ArrayList<>();
        for (String group : groups()) {
            Path file = root.resolve(path(group));
            String sum = Files.exists(file) ? Digests.of(file) : "";
            if (sum.equals(signed.get(path(group)))) {
                sums.put(path(group), sum);
            } else {
                doubtful.add(group);
                forget(group);
            }
        }
        return doubtful;
    }

    /** As if nothing of this group had ever been written. */
    void forget(String group) throws IOException {
        Files.deleteIfExists(root.resolve(".book").resolve(group));
    }

    /** As if these files of the group had never been written. */
    void lose(String group, Set<String> files) throws IOException {
        Book book = book(group);
        if (book.forget(files)) {
            Files.writeString(root.resolve(".book").resolve(group), book.text());
        }
    }

    private static String path(String group) {
        return "manifest/" + group + ".sha256";
    }

    Book book(String group) throws IOException {
        return Book.read(root.resolve(".book").resolve(group));
    }

    /** The groups that have a book. */
    List<String> groups() throws IOException {
        Path books = root.resolve(".book");
        if (!Files.exists(books)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(books)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    Stage stage(String group) throws IOException {
        return new Stage(root, group);
    }

    boolean has(String file) {
        return Files.exists(root.resolve("www").resolve(file));
    }

    /** Lets a stage happen together with its group's book; an empty book takes the group away. */
    void commit(String group, Stage stage, Book book) throws IOException {
        String manifest = path(group);
        byte[] lines = book.manifest().getBytes(StandardCharsets.UTF_8);
        if (book.size() == 0) {
            stage.remove(".book/" + group);
            stage.remove(manifest);
        } else {
            stage.put(".book/" + group, book.text().getBytes(StandardCharsets.UTF_8));
            stage.put(manifest, lines);
        }
        stage.commit();
        synchronized (this) {
            if (book.size() == 0) {
                sums.remove(manifest);
            } else {
                sums.put(manifest, Digests.of(lines));
            }
        }
    }

    /** Signs what is there now, unless that is what was signed last. Returns whether it wrote. */
    synchronized boolean seal(Instant now) throws IOException {
        StringBuilder text = new StringBuilder();
        sums.forEach((path, sum) -> text.append(sum).append("  ").append(path).append('\n'));
        Path manifest = root.resolve(MANIFEST);
        if (Files.exists(manifest) && Files.exists(root.resolve(SIGNATURE))) {
            byte[] known = Files.readAllBytes(manifest);
            String body = new String(known, StandardCharsets.UTF_8);
            boolean same = body.substring(body.indexOf('\n') + 1).contentEquals(text);
            if (same && Seal.isSigned(seal.publicKey(), known, Files.readAllBytes(root.resolve(SIGNATURE)))) {
                return false;
            }
        }
        byte[] content = ("# Jutong static tree, " + now + "\n" + text).getBytes(StandardCharsets.UTF_8);
        try (Stage stage = stage("seal")) {
            stage.put(MANIFEST, content);
            stage.put(SIGNATURE, seal.sign(content));
            stage.commit();
        }
        return true;
    }
}
