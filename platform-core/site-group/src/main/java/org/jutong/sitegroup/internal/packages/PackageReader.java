package org.jutong.sitegroup.internal.packages;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Files;

/** Reads a package that somebody handed in. Nothing of it counts before {@link #verify()} has looked at all of it. */
final class PackageReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int LARGEST_MANIFEST = 64 << 20;
    private static final int LARGEST_PART = 8 << 20;
    private static final long LARGEST = 8L << 30;
    private static final Set<String> PARTS = Set.of(
            Entries.SITE,
            Entries.STANDARD,
            Entries.FILING,
            Entries.HOSTS,
            Entries.COLUMNS,
            Entries.ENROLMENTS,
            Entries.FILES,
            Entries.ARTICLES,
            Entries.ADDRESSES);
    private static final Pattern CONTENT = Pattern.compile(Entries.CONTENT + "[0-9a-f]{64}");
    private static final int LONGEST_LINE = 16 << 20;
    private static final long STEEPEST = 200;
    private static final long WORTH_LOOKING = 1 << 20;

    private final ZipFile zip;

    /** @throws Problem {@code package_broken} where it is no zip, or half of one */
    PackageReader(Path file) {
        try {
            this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    /**
     * Looks at every byte. Nothing is ever unpacked to the disk, and no entry is followed anywhere.
     *
     * @throws Problem {@code package_broken}, {@code package_version_unknown}, {@code package_entry_unknown},
     *     {@code package_checksum_wrong} (400), {@code archive_bomb} (413)
     */
    void verify() {
        Map<String, Object> manifest =
                object(new String(read(Entries.MANIFEST, LARGEST_MANIFEST), StandardCharsets.UTF_8));
        if (!Entries.FORMAT.equals(manifest.get("format"))
                || !Integer.valueOf(Entries.VERSION).equals(manifest.get("version"))) {
            throw Problem.of(400, "package_version_unknown", String.valueOf(manifest.get("version")));
        }
        if (!(manifest.get("entries") instanceof List<?> listed)) {
            throw broken();
        }
        Set<String> names = new HashSet<>();
        long size = 0;
        for (Object each : listed) {
            if (!(each instanceof Map<?, ?> entry) || !(entry.get("name") instanceof String name)) {
                throw broken();
            }
            requireKnown(name);
            size += check(name, String.valueOf(entry.get("sha256")), LARGEST - size);
            if (!names.add(name)) {
                throw broken();
            }
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.equals(Entries.MANIFEST) && !names.contains(name))
                .forEach(name -> {
                    throw unknown(name);
                });
        if (zip.size() != names.size() + 1 || !names.containsAll(PARTS)) {
            throw broken();
        }
    }

    private static void requireKnown(String name) {
        if (!PARTS.contains(name) && !CONTENT.matcher(name).matches()) {
            throw unknown(name);
        }
    }

    private static Problem unknown(String name) {
        return Problem.of(400, "package_entry_unknown", name.length() > 100 ? name.substring(0, 100) : name);
    }

    private long check(String name, String sha256, long most) {
        try (DigestInputStream in = new DigestInputStream(open(name), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[64 * 1024];
            long steepest = Math.max(WORTH_LOOKING, entry(name).getCompressedSize() * STEEPEST);
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most || size > steepest) {
                    throw Problem.of(413, "archive_bomb", name);
                }
            }
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha256)) {
                throw Problem.of(400, "package_checksum_wrong", name);
            }
            return size;
        } catch (IOException e) {
            throw broken();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (JacksonException e) {
            throw broken();
        }
    }

    /** All lines of a small entry. */
    List<Map<String, Object>> lines(String name) {
        List<Map<String, Object>> lines = new ArrayList<>();
        each(name, lines::add);
        return lines;
    }

    /** Its lines one by one. */
    void each(String name, Consumer<Map<String, Object>> line) {
        try (Reader in = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            StringBuilder next = new StringBuilder();
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read == '\n') {
                    line.accept(object(next.toString()));
                    next.setLength(0);
                } else if (next.length() < LONGEST_LINE) {
                    next.append((char) read);
                } else {
                    throw Problem.of(413, "archive_bomb", name);
                }
            }
            if (!next.isEmpty()) {
                throw broken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's content. */
    byte[] content(String sha256) {
        return read(Entries.CONTENT + sha256, (int) Files.LARGEST);
    }

    private byte[] read(String name, int most) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw broken();
            }
            return bytes;
        } catch (IOException e) {
            throw broken();
        }
    }

    /** A small entry as it is. */
    String whole(String name) {
        return new String(read(name, LARGEST_PART), StandardCharsets.UTF_8);
    }

    private InputStream open(String name) throws IOException {
        return zip.getInputStream(entry(name));
    }

    private ZipEntry entry(String name) {
        return Optional.ofNullable(zip.getEntry(name)).orElseThrow(PackageReader::broken);
    }

    /** A text of a line. */
    static String text(Map<String, Object> line, String key) {
        if (line.get(key) instanceof String text) {
            return text;
        }
        throw broken();
    }

    /** A text of a line that need not be there. */
    static Optional<String> maybe(Map<String, Object> line, String key) {
        return line.containsKey(key) ? Optional.of(text(line, key)) : Optional.empty();
    }

    /** A place of a line, from 1, at most this. */
    static int place(Map<String, Object> line, String key, int most) {
        if (line.get(key) instanceof Integer place && place >= 1 && place <= most) {
            return place;
        }
        throw broken();
    }

    static Problem broken() {
        return Problem.of(400, "package_broken");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
