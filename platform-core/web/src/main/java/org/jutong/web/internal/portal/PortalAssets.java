package org.jutong.web.internal.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The portal's own files; their common address changes with their content, so that readers may keep them for good. */
final class PortalAssets {

    private static final List<String> NAMES = List.of("portal.css", "print.css", "portal.js", "mark.svg", "screen.css");

    private final String base;

    PortalAssets() {
        this.base = "/assets/" + hash() + "/";
    }

    /** The address of a file. */
    String path(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no such portal asset: " + name);
        }
        return base + name;
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : NAMES) {
                try (InputStream in = PortalAssets.class.getResourceAsStream("/JUTONG-INF/assets/" + name)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
