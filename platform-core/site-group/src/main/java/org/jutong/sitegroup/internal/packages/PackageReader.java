package org.jutong.sitegroup.internal.packages;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Files;

/** Reads a package that somebody handed in. Nothing of it counts before {@link #verify()} has looked at all of it. */
final class PackageReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int LARGEST_MANIFEST = 64 << 20;
    private static final long LARGEST = 8L << 30;
    private static final Set<String> PARTS = Set.of(
            Entries.SITE, Entries.COLUMNS, Entries.ENROLMENTS, Entries.FILES, Entries.ARTICLES, Entries.ADDRESSES);

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
     * Looks at every byte.
     *
     * @throws Problem {@code package_broken}, {@code package_version_unknown}, {@code package_checksum_wrong}
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
            size += check(name, String.valueOf(entry.get("sha256")), LARGEST - size);
            names.add(name);
        }
        boolean more = zip.stream()
                .map(ZipEntry::getName)
                .anyMatch(name -> !name.equals(Entries.MANIFEST) && !names.contains(name));
        if (more || !names.containsAll(PARTS)) {
            throw broken();
        }
    }

    private long check(String name, String sha256, long most) {
        try (DigestInputStream in = new DigestInputStream(entry(name), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
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
        try (BufferedReader in = new BufferedReader(new InputStreamReader(entry(name), StandardCharsets.UTF_8))) {
            for (String next = in.readLine(); next != null; next = in.readLine()) {
                line.accept(object(next));
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
        try (InputStream in = entry(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw broken();
            }
            return bytes;
        } catch (IOException e) {
            throw broken();
        }
    }

    private InputStream entry(String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow(PackageReader::broken);
        return zip.getInputStream(entry);
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
