package org.jutong.audit.internal.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jutong.audit.chain.Head;

/** The signed heads in a folder, a file for each month. What is no head in them is passed over. */
public final class HeadFiles {

    private static final int MONTH = "2026-03".length();

    private final Path folder;

    public HeadFiles(Path folder) {
        this.folder = folder;
    }

    public void add(Head head) throws IOException {
        String month = Instant.ofEpochMilli(head.time())
                .atOffset(ZoneOffset.ofHours(8))
                .toString()
                .substring(0, MONTH);
        Durable.append(folder.resolve("heads-" + month + ".ndjson"), Lines.of(head));
    }

    public void forEach(Consumer<Head> to) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : files()) {
            try (BufferedReader lines = Durable.reader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    take(line, to);
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().matches("heads-[0-9-]+\\.ndjson"))
                    .sorted()
                    .toList();
        }
    }

    private static void take(String line, Consumer<Head> to) {
        try {
            to.accept(Lines.head(line));
        } catch (IllegalArgumentException cutShort) {
            // a line that was being written when the machine stopped
        }
    }
}
