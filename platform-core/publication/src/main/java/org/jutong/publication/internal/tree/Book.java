package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the tree has of one site, or of the files that sites share: each address with its file, its sums, and what it leads to.
 * Not thread-safe.
 */
final class Book {

    private static final String GAP = "\t";

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private String frame = "";

    /**
     * An address.
     *
     * @param file below the folder that the web server serves
     * @param sum SHA-256 of the file
     * @param zipped SHA-256 of the compressed file beside it; empty where there is none
     * @param links addresses that the page leads to, without those of the frame; of a shared file the sites that need it
     */
    record Entry(String file, String sum, String zipped, Set<String> links) {

        List<String> files() {
            return zipped.isEmpty() ? List.of(file) : List.of(file, file + ".gz");
        }
    }

    /** An empty one where there is no file. */
    static Book read(Path file) throws IOException {
        Book book = new Book();
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            book.frame = lines.isEmpty() ? "" : lines.get(0);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] parts = line.split(GAP, -1);
                Set<String> links = parts[4].isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(parts[4].split(" ")));
                book.entries.put(parts[0], new Entry(parts[1], parts[2], parts[3], links));
            }
        }
        return book;
    }

    String text() {
        StringBuilder text = new StringBuilder(frame).append('\n');
        entries.forEach((address, entry) -> text.append(String.join(
                        GAP, address, entry.file(), entry.sum(), entry.zipped(), String.join(" ", entry.links())))
                .append('\n'));
        return text.toString();
    }

    /** In the form of {@code sha256sum}; paths are those below the folder that the web server serves. */
    String manifest() {
        List<String> lines = new ArrayList<>();
        entries.values().forEach(entry -> {
            lines.add(entry.sum() + "  www/" + entry.file() + "\n");
            if (!entry.zipped().isEmpty()) {
                lines.add(entry.zipped() + "  www/" + entry.file() + ".gz\n");
            }
        });
        return String.join("", lines);
    }

    Optional<Entry> find(String address) {
        return Optional.ofNullable(entries.get(address));
    }

    void put(String address, Entry entry) {
        entries.put(address, entry);
    }

    void remove(String address) {
        entries.remove(address);
    }

    /** As if these files had never been written; whether one of them was. */
    boolean forget(Set<String> files) {
        return entries.values().removeIf(entry -> entry.files().stream().anyMatch(files::contains));
    }

    /** Whether an address has this file. */
    boolean has(String file) {
        return entries.values().stream().anyMatch(entry -> entry.file().equals(file));
    }

    Set<String> addresses() {
        return entries.keySet();
    }

    int size() {
        return entries.size();
    }

    /** What the frame of its pages was made of; when that changes, all pages do. */
    String frame() {
        return frame;
    }

    void frame(String now) {
        frame = now;
    }

    boolean isSame(Book other) {
        return frame.equals(other.frame) && entries.equals(other.entries);
    }
}
