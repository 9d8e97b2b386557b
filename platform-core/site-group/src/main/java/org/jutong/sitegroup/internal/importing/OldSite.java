package org.jutong.sitegroup.internal.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jutong.plugin.Problem;

/** The files of an old site on this machine's disk. Must be closed; what was unpacked for it is removed then. */
final class OldSite implements AutoCloseable {

    static final int MOST_FILES = 200_000;

    private final NavigableMap<String, Path> files;
    private final SortedMap<String, String> refused;
    private final Runnable end;

    /**
     * @param files where the content of each path is
     * @param refused the code of the refusal of each entry that is not taken
     * @param end what is left to do when it is not needed any more
     */
    OldSite(NavigableMap<String, Path> files, SortedMap<String, String> refused, Runnable end) {
        this.files = files;
        this.refused = refused;
        this.end = end;
    }

    /** A folder as it is; links are not followed. */
    static OldSite folder(Path root) {
        NavigableMap<String, Path> files = new TreeMap<>();
        SortedMap<String, String> refused = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    if (!facts.isRegularFile()) {
                        refused.put(path, "link_not_followed");
                    } else {
                        files.put(path, file);
                    }
                    requireFew(files.size() + refused.size());
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OldSite(files, refused, () -> {});
    }

    /** @throws Problem {@code archive_too_many_files} */
    static void requireFew(int count) {
        if (count > MOST_FILES) {
            throw Problem.of(413, "archive_too_many_files", MOST_FILES);
        }
    }

    NavigableMap<String, Path> files() {
        return Collections.unmodifiableNavigableMap(files);
    }

    SortedMap<String, String> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** @throws Problem of this code where it is larger than {@code most} bytes */
    byte[] read(String path, int most, String code) {
        try (InputStream in = Files.newInputStream(files.get(path), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Problem.of(413, code, most >> 20);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
