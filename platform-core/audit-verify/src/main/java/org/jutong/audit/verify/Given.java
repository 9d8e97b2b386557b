package org.jutong.audit.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jutong.audit.chain.Head;
import org.jutong.audit.internal.files.Durable;
import org.jutong.audit.internal.files.Lines;
import org.jutong.audit.internal.files.Segment;

/** What lies in a file or below a folder: entries, signed heads, manifests, public keys. */
final class Given {

    /** Files of entries by the number of their first one. */
    final TreeMap<Long, List<Path>> entries = new TreeMap<>();

    final List<Head> heads = new ArrayList<>();
    final List<Listed> segments = new ArrayList<>();
    final List<Path> keys = new ArrayList<>();

    private Given() {}

    /** A line of a manifest and the folder that it speaks of. */
    record Listed(Path folder, Segment segment) {

        Path file() {
            return folder.resolve(segment.file());
        }
    }

    static Given at(Path target) throws IOException {
        Given given = new Given();
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                given.take(file);
            }
        }
        given.segments.sort(Comparator.comparingLong(listed -> listed.segment().from()));
        return given;
    }

    private void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".pub")) {
            keys.add(file);
        } else if (name.endsWith(".json")) {
            takeLine(file, Files.readString(file).replace('\n', ' '));
        } else if (name.endsWith(".ndjson") || name.endsWith(".ndjson.gz")) {
            takeLines(file);
        }
    }

    private void takeLines(Path file) throws IOException {
        try (BufferedReader lines = Durable.reader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (takeLine(file, line)) {
                    return;
                }
            }
        }
    }

    /** Whether the file is one of entries; those are read later. */
    private boolean takeLine(Path file, String line) {
        try {
            switch (Lines.kind(line)) {
                case HEAD -> heads.add(Lines.head(line));
                case SEGMENT -> segments.add(new Listed(file.toAbsolutePath().getParent(), Lines.segment(line)));
                default -> {
                    entries.computeIfAbsent(Lines.entry(line).seq(), unseen -> new ArrayList<>())
                            .add(file);
                    return true;
                }
            }
        } catch (IllegalArgumentException somethingElse) {
            // a line that was cut short, or a file that has nothing to do with the audit
        }
        return false;
    }
}
