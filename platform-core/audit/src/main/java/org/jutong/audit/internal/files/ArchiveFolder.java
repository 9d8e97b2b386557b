package org.jutong.audit.internal.files;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.ChainCheck;
import org.jutong.audit.chain.Heads;
import org.jutong.audit.chain.Link;
import org.jutong.audit.chain.PublicHalf;
import org.jutong.audit.chain.SigningKey;

/**
 * The archive: packed files of entries, each listed with its hash in a signed line of the manifest. A file counts from
 * the moment it is listed; one that is not was interrupted and is made again.
 */
public final class ArchiveFolder {

    static final String MANIFEST = "manifest.ndjson";

    private final Path folder;

    public ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    /** Those that are listed, in order, whoever signed them. */
    public List<Segment> segments() throws IOException {
        List<Segment> segments = new ArrayList<>();
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            return segments;
        }
        try (BufferedReader lines = Durable.reader(manifest)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line).ifPresent(segments::add);
            }
        }
        return segments;
    }

    private static Optional<Segment> read(String line) {
        try {
            return Optional.of(Lines.segment(line));
        } catch (IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }

    /**
     * Writes entries to a new file, reads it again, checks it, and lists it. Returns when all of it is on the disk.
     *
     * @param seq the number that the first entry follows
     * @param previous the hash that it follows
     * @throws IOException where it cannot be written, or what was read again is not what was given
     */
    public Segment add(Iterator<Entry> entries, long seq, String previous, long time, SigningKey key)
            throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("entries.part.gz");
        long until = write(entries, part);
        String name = "entries-%012d-%012d.ndjson.gz".formatted(seq + 1, until);
        ChainCheck check = new ChainCheck(seq, previous, new Heads(List.of()));
        read(part, check::accept);
        ChainCheck.Result result = check.finish();
        if (!result.isSound() || result.until() != until || result.entries() != until - seq) {
            throw new IOException(name + " is not what was written to it: " + result.faults());
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durable.force(folder);
        Segment segment = new Segment(
                        name,
                        seq + 1,
                        until,
                        previous,
                        result.hash(),
                        Durable.sha256(folder.resolve(name)),
                        time,
                        "",
                        "")
                .signed(key);
        Durable.append(folder.resolve(MANIFEST), Lines.of(segment));
        return segment;
    }

    private static long write(Iterator<Entry> entries, Path part) throws IOException {
        long last = 0;
        try (FileOutputStream bytes = new FileOutputStream(part.toFile());
                GZIPOutputStream packed = new GZIPOutputStream(bytes, 1 << 16);
                BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                lines.write(Lines.of(entry));
                lines.write('\n');
                last = entry.seq();
            }
            lines.flush();
            packed.finish();
            bytes.getFD().sync();
        }
        return last;
    }

    /** Whether the line is signed by one of these keys and the file is the one that it lists. */
    public boolean isWhole(Segment segment, Collection<PublicHalf> keys) throws IOException {
        Path file = folder.resolve(segment.file());
        return segment.file().matches("entries-\\d+-\\d+\\.ndjson\\.gz")
                && keys.stream().anyMatch(segment::isSignedBy)
                && Files.isRegularFile(file)
                && Durable.sha256(file).equals(segment.sha256());
    }

    /** The links of a file, in order. */
    public void read(Segment segment, Consumer<Link> to) throws IOException {
        read(folder.resolve(segment.file()), to);
    }

    private static void read(Path file, Consumer<Link> to) throws IOException {
        try (BufferedReader lines = Durable.reader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.accept(Lines.entry(line).link());
            }
        }
    }
}
