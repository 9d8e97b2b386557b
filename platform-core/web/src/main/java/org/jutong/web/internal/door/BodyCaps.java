package org.jutong.web.internal.door;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;

/** How large the body of a request may be, by where it goes: what starts with the longest of these addresses. */
final class BodyCaps {

    private static final long KB = 1024;
    private static final long MB = 1024 * KB;

    /** An article of 200,000 characters fits, and so does what a plugin usually takes. */
    private static final long USUAL = MB;

    private static final Map<String, Long> BY_START = Map.ofEntries(
            Map.entry("/api/v1/session", 16 * KB),
            Map.entry("/api/v1/citizens", 16 * KB),
            Map.entry("/api/v1/accesses", 16 * KB),
            Map.entry("/api/v1/tokens", 64 * KB),
            Map.entry("/api/v1/users", 64 * KB),
            Map.entry("/api/v1/groups", 64 * KB),
            Map.entry("/api/v1/roles", 64 * KB),
            Map.entry("/api/v1/grants", 64 * KB),
            Map.entry("/api/v1/organisations", 64 * KB),
            Map.entry("/api/v1/organisations/import", 5 * MB),
            Map.entry("/api/v1/files", 20 * MB));

    private static final Pattern ARTICLE_FILE = Pattern.compile("/api/v1/articles/[^/]+/files");
    private static final Pattern ARCHIVE = Pattern.compile("/api/v1/sites/[^/]+/imports/archives");

    private BodyCaps() {}

    /** In bytes. */
    static long of(String path) {
        if (ARCHIVE.matcher(path).matches()) {
            return 512 * MB;
        }
        if (ARTICLE_FILE.matcher(path).matches()) {
            return 20 * MB;
        }
        return BY_START.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparing(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(USUAL);
    }
}
