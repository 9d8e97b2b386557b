package org.jutong.sitegroup.internal.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jutong.sitegroup.internal.store.ImportedRows.Known;

/**
 * What is known of the old addresses of a site while an import goes on: read once, then kept up to date by what the
 * import writes. An old site has at most {@link OldSite#MOST_FILES} of them, some 200 bytes each. For one thread.
 */
final class KnownPaths {

    private final Map<String, Known> paths = new HashMap<>();

    /** The pages that articles were made of, by the hash of their content. */
    private final Map<String, String> pages = new HashMap<>();

    KnownPaths(Collection<Known> stored) {
        add(stored);
    }

    /** What is known of the path. */
    Optional<Known> of(String path) {
        return Optional.ofNullable(paths.get(path));
    }

    /** The page with this content that an article was made of. */
    Optional<String> page(String hash) {
        return Optional.ofNullable(pages.get(hash));
    }

    /** Says what is known now. */
    void add(Collection<Known> now) {
        for (Known each : now) {
            Known before = paths.put(each.path(), each);
            if (before != null) {
                pages.remove(before.hash(), each.path());
            }
            if (each.made() > 0) {
                pages.put(each.hash(), each.path());
            }
        }
    }
}
