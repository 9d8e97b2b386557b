package org.jutong.sitegroup.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jutong.sitegroup.internal.store.Json;

/** Writes a package: the same content gives the same bytes, whenever and wherever it is written. */
final class PackageWriter implements AutoCloseable {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private final MessageDigest digest;
    private String name;
    private long size;

    PackageWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void begin(String entry) {
        try {
            end();
            ZipEntry next = new ZipEntry(entry);
            next.setTimeLocal(ALWAYS);
            zip.putNextEntry(next);
            name = entry;
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of keys in alphabetical order. */
    void line(Map<String, ?> object) {
        write((Json.write(new TreeMap<>(object)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] content) {
        try {
            zip.write(content);
            digest.update(content);
            size += content.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() throws IOException {
        if (name != null) {
            zip.closeEntry();
            entries.add(new TreeMap<>(
                    Map.of("name", name, "size", size, "sha256", HexFormat.of().formatHex(digest.digest()))));
            name = null;
        }
    }

    /** Writes the manifest behind all else. */
    @Override
    public void close() throws IOException {
        end();
        List<Map<String, Object>> all = List.copyOf(entries);
        begin(Entries.MANIFEST);
        line(Map.of("format", Entries.FORMAT, "version", Entries.VERSION, "entries", all));
        end();
        zip.close();
    }
}
