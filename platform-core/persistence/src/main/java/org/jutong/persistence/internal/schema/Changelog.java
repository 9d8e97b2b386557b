package org.jutong.persistence.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/**
 * The migrations of one bundle: everything below {@code JUTONG-INF/schema/}, held in memory.
 *
 * @param owner the symbolic name of the bundle; begins every path, so that the ids of two bundles never clash
 * @param files by path inside the bundle
 */
public record Changelog(String owner, SortedMap<String, byte[]> files) {

    public static final String FOLDER = "JUTONG-INF/schema/";
    static final String ROOT = FOLDER + "changelog.yaml";

    public Changelog {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Reads entries only, which resolves nothing: a plugin's bundle may still wait for its start. */
    public static Changelog of(Bundle bundle) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        collect(bundle, FOLDER, files);
        return new Changelog(bundle.getSymbolicName(), files);
    }

    private static void collect(Bundle bundle, String folder, SortedMap<String, byte[]> files) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        while (paths != null && paths.hasMoreElements()) {
            String path = paths.nextElement();
            if (path.endsWith("/")) {
                collect(bundle, path, files);
            } else {
                files.put(path, read(bundle.getEntry(path)));
            }
        }
    }

    boolean isEmpty() {
        return !files.containsKey(ROOT);
    }

    String root() {
        return owner + "/" + ROOT;
    }

    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content);
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(URL entry) {
        try (InputStream in = entry.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
