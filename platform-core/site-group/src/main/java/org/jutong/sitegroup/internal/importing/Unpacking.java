package org.jutong.sitegroup.internal.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jutong.plugin.Problem;

/**
 * Unpacks an archive into a folder, each file under a number: no name of the archive ever becomes a name on the disk.
 * What it unpacks is counted while it comes out, whatever the archive says of itself.
 */
final class Unpacking {

    /** The most that an archive may hold, and that it may grow when it is unpacked. */
    private static final long LARGEST = 8L << 30;

    private static final long STEEPEST = 200;
    private static final long WORTH_LOOKING = 1 << 20;

    private final Path folder;
    private final NavigableMap<String, Path> files = new TreeMap<>();
    private final SortedMap<String, String> refused = new TreeMap<>();
    private long unpacked;

    private Unpacking(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder an empty one, only for this
     * @throws Problem {@code archive_broken}, {@code archive_bomb}, {@code archive_too_many_files}
     */
    static OldSite of(Path archive, Path folder, Runnable end) {
        Unpacking work = new Unpacking(folder);
        try {
            if (isZip(archive)) {
                work.zip(archive);
            } else {
                work.tar(archive);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(400, "archive_broken");
        }
        return new OldSite(work.files, work.refused, end);
    }

    private static boolean isZip(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private void zip(Path archive) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                String name = entry.getGeneralPurposeBit().usesUTF8ForNames()
                        ? entry.getName()
                        : TextEncoding.decode(entry.getRawName()).text();
                Optional<String> path = accepted(name, entry.isDirectory(), entry.isUnixSymlink());
                if (path.isPresent()) {
                    if (!zip.canReadEntryData(entry)) {
                        throw new IOException(name);
                    }
                    try (InputStream in = zip.getInputStream(entry)) {
                        keep(path.get(), in, entry.getCompressedSize());
                    }
                }
            }
        }
    }

    private void tar(Path archive) throws IOException {
        long packed = Files.size(archive);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Optional<String> path = accepted(
                        entry.getName(),
                        entry.isDirectory(),
                        !entry.isDirectory() && !entry.isFile() || entry.isLink() || entry.isSymbolicLink());
                if (path.isPresent()) {
                    keep(path.get(), tar, packed);
                }
            }
        }
    }

    private Optional<String> accepted(String name, boolean folderAlone, boolean link) {
        if (folderAlone) {
            return Optional.empty();
        }
        Optional<String> path = OldPath.ofEntry(name);
        if (path.isEmpty()) {
            refused.put(name, "path_outside");
        } else if (link) {
            refused.put(name, "link_not_followed");
            path = Optional.empty();
        } else if (files.containsKey(path.get())) {
            refused.put(name, "path_twice");
            path = Optional.empty();
        }
        OldSite.requireFew(files.size() + refused.size() + 1);
        return path;
    }

    private void keep(String path, InputStream in, long packed) throws IOException {
        Path file = folder.resolve(Integer.toString(files.size()));
        byte[] buffer = new byte[32 * 1024];
        long own = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                own += read;
                unpacked += read;
                if (unpacked > LARGEST || own > WORTH_LOOKING && own / STEEPEST > Math.max(1, packed)) {
                    throw Problem.of(413, "archive_bomb", path);
                }
                out.write(buffer, 0, read);
            }
        }
        files.put(path, file);
    }
}
