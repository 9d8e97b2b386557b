package org.jutong.publication.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** What this node remembers of its tree. Thread-safe. */
final class Settings {

    private static final String FOLLOWING = "following";
    private static final String UNFINISHED = "unfinished";
    private static final String CURSOR = "cursor";

    private final Path file;
    private final Properties values = new Properties();

    Settings(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            }
        }
    }

    synchronized boolean following() {
        return Boolean.parseBoolean(values.getProperty(FOLLOWING));
    }

    synchronized void following(boolean on) throws IOException {
        set(FOLLOWING, Boolean.toString(on));
    }

    /** Whether a run over all sites has begun and not ended. */
    synchronized boolean unfinished() {
        return Boolean.parseBoolean(values.getProperty(UNFINISHED));
    }

    synchronized void unfinished(boolean yes) throws IOException {
        set(UNFINISHED, Boolean.toString(yes));
    }

    /** Up to where the tree has followed the journal. */
    synchronized Optional<Long> cursor() {
        return Optional.ofNullable(values.getProperty(CURSOR)).map(Long::valueOf);
    }

    synchronized void cursor(long number) throws IOException {
        set(CURSOR, Long.toString(number));
    }

    private void set(String key, String value) throws IOException {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            values.store(out, null);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
